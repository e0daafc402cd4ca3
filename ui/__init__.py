"""Everything Streamlit: the shell round the pages, and the panel every chart sits in."""
