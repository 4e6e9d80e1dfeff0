"""Imports every command file, which registers its commands on the app."""

