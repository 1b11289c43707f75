"""Households that may be one: found, looked at side by side, joined and parted again."""
