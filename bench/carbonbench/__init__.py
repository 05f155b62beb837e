"""Comparisons of carbonflow with Python, side by side in one run."""
