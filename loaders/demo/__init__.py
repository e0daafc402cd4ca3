"""The demonstration set: made up, marked as made up, and gone with one click.

Nine real provinces and their real districts; every figure, project and village is invented.
"""

from loaders.demo.workbooks import DemoFile, write_workbooks

__all__ = ["DemoFile", "write_workbooks"]
