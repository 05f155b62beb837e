# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes a copy of a table in which every building uses twice the energy.

Usage: double.py TABLE.csv COPY.csv
"""
import csv
import re
import sys

MEASURED = re.compile(r".*\((kBtu|kWh|therms)\)|TotalGHGEmissions")


def doubled(name, cell):
    is_measured = MEASURED.fullmatch(name) and re.fullmatch("[0-9.]+", cell)
    return repr(2 * float(cell)) if is_measured else cell


def main(table, copy):
    with open(table, newline="", encoding="utf-8") as rows, \
            open(copy, "w", newline="", encoding="utf-8") as out:
        reader = csv.reader(rows)
        names = next(reader)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(map(doubled, names, cells) for cells in reader)


main(*sys.argv[1:])
