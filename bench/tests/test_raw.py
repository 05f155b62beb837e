# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Python's way from a raw table to columns."""

import math
import unittest
from typing import Any

import pandas as pd

from carbonbench import raw

HOTEL = {
    "OSEBuildingID": "1",
    "DataYear": 2017,
    "BuildingType": "NonResidential",
    "LargestPropertyUseType": "Hotel",
    "LargestPropertyUseTypeGFA": 60_000.0,
    "SecondLargestPropertyUseType": "Parking",
    "SecondLargestPropertyUseTypeGFA": 40_000.0,
    "ThirdLargestPropertyUseType": None,
    "ThirdLargestPropertyUseTypeGFA": math.nan,
    "ListOfAllPropertyUseTypes": "Hotel, Parking, Personal Services (Health/Beauty, Dry, etc)",
    "PropertyGFATotal": 100_000.0,
    "PropertyGFABuilding(s)": 60_000.0,
    "PropertyGFAParking": 40_000.0,
    "NumberofFloors": 0.0,
    "NumberofBuildings": 0.0,
    "YearBuilt": 1927,
    "ENERGYSTARScore": math.nan,
    "Neighborhood": "Ballard Neighborhoods",
    "Latitude": 47.61224,
    "Longitude": -122.33799,
    "SiteEnergyUse(kBtu)": 1000.0,
    "Electricity(kBtu)": 750.0,
    "NaturalGas(kBtu)": 250.0,
    "SteamUse(kBtu)": math.nan,
}


def learned(*columns: dict[str, Any]) -> dict[str, Any]:
    """A transformer whose columns are not standardized."""
    return {
        "medians": {"ENERGYSTARScore": 70.0},
        "medians_by_use": {
            "NumberofFloors": {
                "all": 2.0,
                "uses": {"Hotel": 6.0},
                "neighborhoods": {"Hotel": {"BALLARD": 4.0}},
            }
        },
        "ranges": {"YearsSince2015": {"least": 0.0, "largest": 1.0}},
        "factors": {
            "2016": {"factors": {"electricity": 7e-6, "gas": 5e-5, "steam": 8e-5}},
        },
        "columns": [{**column, "mean": 0.0, "deviation": 1.0} for column in columns],
    }


class PreparedTest(unittest.TestCase):
    """Rows, columns and offsets."""

    def value(self, column: dict[str, Any], **changed: Any) -> float:  # noqa: ANN401
        table = pd.DataFrame([{**HOTEL, **changed}])
        return float(raw.Prepared(table, learned(column)).x[0, 0])

    def measure(self, name: str, **changed: Any) -> float:  # noqa: ANN401
        return self.value({"measure": name}, **changed)

    def test_homes_and_rows_without_use_or_energy_are_left_out(self) -> None:
        rows = [
            HOTEL,
            {**HOTEL, "BuildingType": "Multifamily LR (1-4)"},
            {**HOTEL, "BuildingType": "Nonresidential COS", "OSEBuildingID": "4"},
            {**HOTEL, "LargestPropertyUseType": None},
            {**HOTEL, "SiteEnergyUse(kBtu)": 0.0},
        ]
        prepared = raw.Prepared(pd.DataFrame(rows), learned({"measure": "Age"}))
        self.assertEqual(["1", "4"], prepared.keys["OSEBuildingID"].tolist())

    def test_numbers_are_on_their_steps(self) -> None:
        self.assertEqual(0.6, self.measure("PrimaryUseGFARatio"))
        self.assertEqual(round(math.log(100_000), 2), self.measure("LogUseGFA"))
        self.assertEqual(47.612, self.measure("Latitude"))

    def test_a_later_year_is_taken_for_the_last_known_one(self) -> None:
        self.assertEqual(1.0, self.measure("YearsSince2015"))

    def test_unknown_floors_are_those_of_the_use_in_the_neighborhood(self) -> None:
        self.assertEqual(4.0, self.measure("NumberofFloors"))
        self.assertEqual(6.0, self.measure("NumberofFloors", Neighborhood="EAST"))
        self.assertEqual(
            round(round(math.log(60_000), 2) - math.log(4), 2), self.measure("LogGFAPerFloor")
        )

    def test_an_absent_score_is_the_median_and_said(self) -> None:
        self.assertEqual(70.0, self.measure("ENERGYSTARScore"))
        self.assertEqual(1.0, self.measure("ENERGYSTARMissing"))

    def test_uses_are_parted_outside_of_parentheses(self) -> None:
        self.assertEqual(3.0, self.measure("NumberOfUseTypes"))
        self.assertEqual(1.0, self.value({"use": "Parking"}))

    def test_shares_of_named_and_of_other_uses(self) -> None:
        self.assertEqual(0.4, self.value({"share": "Parking"}))
        self.assertEqual(0.4, self.value({"share_other_than": ["Hotel"]}))

    def test_the_offset_is_exact_with_the_last_known_factors(self) -> None:
        prepared = raw.Prepared(pd.DataFrame([HOTEL]), learned({"measure": "Age"}))
        factor = 0.75 * 7e-6 + 0.25 * 5e-5
        self.assertAlmostEqual(math.log(100_000 * factor), float(prepared.offset[0]), 12)


if __name__ == "__main__":
    unittest.main()
