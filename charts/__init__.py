"""Frames in, plotly figures out: no Streamlit, no database."""
