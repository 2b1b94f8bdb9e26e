#!/bin/bash
# floor.sh - accuracy on sentences of our own does not fall below floors.tsv.
exec /usr/bin/python3 tests/accuracy/floor.py
