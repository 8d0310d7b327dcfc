"""Conditions as test and [ have them."""


