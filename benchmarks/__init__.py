"""The speed the project promises, measured as ratios to a floor taken in the same minutes."""
