"""Scripts for those who work on the project: never imported by the dashboard itself."""
