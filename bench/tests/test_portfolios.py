# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portfolios are drawn."""

import unittest
from collections import Counter

from carbonbench import portfolios
from carbonbench.portfolios import Building, Portfolio, Sum


def row(building: str, year: int, tonnes: str, area: str = "100", kind: str = "Hotel") -> dict:
    """A held-out row."""
    return {
        "OSEBuildingID": building,
        "DataYear": str(year),
        "TotalGHGEmissions": tonnes,
        "UseGFA": area,
        "PrimaryPropertyType": kind,
        "Neighborhood": "EAST",
    }


def city(offices: int, hotels: int) -> list[Building]:
    """Offices, and hotels that are larger than all of them."""
    kinds = ["Office"] * offices + ["Hotel"] * hotels
    return [Building(str(i), kind, "EAST", float(i), 1.0) for i, kind in enumerate(kinds)]


class BuildingsTest(unittest.TestCase):
    """Rows are grouped."""

    def test_the_rows_of_both_years_are_one_building(self) -> None:
        found = portfolios.buildings(
            [row("7", 2016, "1.5"), row("7", 2015, "2"), row("5", 2015, "4")]
        )
        self.assertEqual([("5", 4.0), ("7", 3.5)], [(one.id, one.tonnes) for one in found])

    def test_type_and_area_are_those_of_the_last_year(self) -> None:
        rows = [row("7", 2016, "1", "120", "Office"), row("7", 2015, "2", "100", "Hotel")]
        (found,) = portfolios.buildings(rows)
        self.assertEqual(("Office", 120.0), (found.property_type, found.area))


class SharesTest(unittest.TestCase):
    """Draws are shared among groups."""

    def test_they_are_in_proportion(self) -> None:
        self.assertEqual([200, 100], portfolios.shares([20, 10]))

    def test_the_largest_rests_round_up(self) -> None:
        self.assertEqual([1, 1, 2], portfolios.shares([12, 12, 16], 4))
        self.assertEqual([6, 4], portfolios.shares([57, 43], 10))

    def test_each_group_has_one_at_least_and_all_are_given(self) -> None:
        found = portfolios.shares([1000, 1, 1, 1])
        self.assertEqual([297, 1, 1, 1], found)
        self.assertEqual(portfolios.DRAWS, sum(portfolios.shares([103, 74, 55, 49, 4, 2, 1])))


class DrawTest(unittest.TestCase):
    """Portfolios of a split."""

    def setUp(self) -> None:
        self.city = city(200, 60)
        self.drawn = portfolios.draw(self.city, 3)

    def of(self, kind: str) -> list[Portfolio]:
        return [one for one in self.drawn if one.kind == kind]

    def test_there_are_as_many_of_each_kind(self) -> None:
        self.assertEqual(
            dict.fromkeys(portfolios.KINDS, portfolios.DRAWS),
            Counter(one.kind for one in self.drawn),
        )

    def test_names_are_different(self) -> None:
        self.assertEqual(len(self.drawn), len({one.name for one in self.drawn}))

    def test_no_building_is_in_one_twice(self) -> None:
        self.assertTrue(all(len(set(one.buildings)) == len(one.buildings) for one in self.drawn))

    def test_sizes_are_as_asked_for(self) -> None:
        for kind, size in (("random 10", 10), ("random 50", 50), ("random 200", 200)):
            self.assertEqual({size}, {len(one.buildings) for one in self.of(kind)})

    def test_buildings_of_a_type_have_it(self) -> None:
        types = {building.id: building.property_type for building in self.city}
        for one in self.of("one type"):
            self.assertEqual({one.group}, {types[name] for name in one.buildings})
        self.assertEqual({"Office", "Hotel"}, {one.group for one in self.of("one type")})

    def test_of_fewer_all_are_taken(self) -> None:
        drawn = portfolios.draw(city(200, 7), 3)
        hotels = [one for one in drawn if one.group == "Hotel"]
        self.assertEqual({7}, {len(one.buildings) for one in hotels})

    def test_small_ones_are_of_the_smaller_half(self) -> None:
        largest = max(int(name) for one in self.of("small ones") for name in one.buildings)
        self.assertEqual(129, largest)

    def test_the_same_seed_draws_the_same(self) -> None:
        self.assertEqual(self.drawn, portfolios.draw(city(200, 60), 3))
        self.assertNotEqual(self.drawn, portfolios.draw(self.city, 4))

    def test_portfolios_differ(self) -> None:
        self.assertEqual(portfolios.DRAWS, len({one.buildings for one in self.of("random 50")}))


class SumTest(unittest.TestCase):
    """A sum and its interval."""

    def test_width_is_a_part_of_the_predicted_sum(self) -> None:
        self.assertAlmostEqual(0.4, Sum("random 10", "", 10, 90, 100, 80, 120).width())

    def test_ends_hold(self) -> None:
        self.assertTrue(Sum("random 10", "", 10, 80, 100, 80, 120).holds())
        self.assertFalse(Sum("random 10", "", 10, 121, 100, 80, 120).holds())
