"""Upload: bring workbooks in, see what is wrong and what would change, then confirm."""

import streamlit as st

from ui import blank_forms, upload, upload_detail
from ui.language import tr

left, right = st.columns([3, 1], vertical_alignment="center")
with left:
    mode = upload.choose_mode()
with right, st.popover(tr("upload.blank.title"), icon=":material/description:", width="stretch"):
    blank_forms.draw()
upload.draw_intake(mode)

upload.draw_receipts()
files = upload.examine_all()
if files:
    chosen = upload.draw_list(files)
    upload.draw_actions(files)
    if chosen is not None:
        upload_detail.draw(chosen)
else:
    st.info(tr("upload.empty"), icon=":material/inbox:")
