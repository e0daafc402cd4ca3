"""python -m loaders.demo FOLDER: writes every second workbook of the set, for the first start."""

import sys
from pathlib import Path

from loaders.demo.schedule import sendings
from loaders.demo.workbooks import write_workbooks

if __name__ == "__main__":
    write_workbooks(Path(sys.argv[1]), wanted=sendings()[1::2])
