"""Synthetic atlases of any size, and how long they take to build."""
