"""What runs inside the bounded child only; it imports nothing from the rest of the project."""
