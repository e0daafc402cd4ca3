"""Upload: bring workbooks in, see what is wrong and what would change, then confirm."""

import streamlit as st

from ui import blank_forms, intake, upload, upload_detail, upload_list
from ui.language import tr

left, right = st.columns([3, 1], vertical_alignment="center")
with left:
    mode = intake.choose_mode()
with right, st.popover(tr("upload.blank.title"), icon=":material/description:", width="stretch"):
    blank_forms.draw()
intake.draw_intake(mode)

upload.draw_receipts()
files = intake.examine_all()
if files:
    chosen = upload_list.draw_list(files)
    upload.draw_actions(files)
    if chosen is not None:
        upload_detail.draw(chosen)
else:
    st.info(tr("upload.empty"), icon=":material/inbox:")
