# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""From a city's table to a model's columns, in pandas: what a service in Python would do.

It takes what `prepare` has learned (`transformer.json`), with meters. It does what the features
need and no more: none of carbonflow's checks, repairs of names and faults, or flags.
"""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from carbonbench.matrix import Floats
from carbonbench.places import CHECKOUT

SLOTS = ("Largest", "SecondLargest", "ThirdLargest")
SHARES = ("PrimaryUseGFARatio", "SecondaryUseGFARatio", "TerciaryUseGFARatio")
FUELS = {
    "electricity": ("Electricity(kBtu)", "Elec_ratio"),
    "gas": ("NaturalGas(kBtu)", "NG_ratio"),
    "steam": ("SteamUse(kBtu)", "Steam_ratio"),
}
REFERENCE_FACTORS = {"electricity": 6.971e-6, "gas": 5.311e-5, "steam": 7.7187e-5}
LEAST_FACTOR = 1e-6
LEAST_AREA = 1000
MOST_FLOORS = 80
UNKNOWN_INTENSITY = 50
BETWEEN_USES = re.compile(r", (?=[A-Z0-9])(?![^(]*\))")
REFERENCE = (
    CHECKOUT / "model/src/main/resources/io/carbonflow/model/building/reference-intensity.csv"
)
STEPS = {
    **dict.fromkeys(SHARES, 100),
    "ParkingShare": 100,
    **{ratio: 1000 for _, ratio in FUELS.values()},
    "LogReferenceIntensity": 4,
    "Latitude": 1000,
    "Longitude": 1000,
}
"""How many steps there are in one; a hundred for logarithms of areas."""


class Prepared:
    """Rows that can be predicted: their keys, columns and offsets."""

    def __init__(self, table: pd.DataFrame, learned: dict[str, Any]) -> None:
        """Takes the rows of buildings that are not homes and whose use and energy are known."""
        kept = table[
            table["BuildingType"].str.upper().str.startswith("NONRESIDENTIAL")
            & table["LargestPropertyUseType"].notna()
            & (table["SiteEnergyUse(kBtu)"] > 0)
        ].reset_index(drop=True)
        self.keys = kept[["OSEBuildingID", "DataYear"]]
        types, areas = _slots(kept)
        lists = _uses(kept, types)
        values, offset = _features(kept, types, areas, lists, learned)
        self.offset: Floats = offset.to_numpy(np.float64)
        self.x = _columns(kept, values, types, lists, learned)


def read(table: Path) -> pd.DataFrame:
    """Reads a city's table."""
    return pd.read_csv(table, dtype={"OSEBuildingID": str})


def learned(transformer: Path) -> dict[str, Any]:
    """Reads what was learned from training rows."""
    return dict(json.loads(transformer.read_text()))


def _slots(kept: pd.DataFrame) -> tuple[list[pd.Series], list[pd.Series]]:
    types = [kept[f"{slot}PropertyUseType"].fillna("None") for slot in SLOTS]
    areas = [kept[f"{slot}PropertyUseTypeGFA"].fillna(0).clip(lower=0) for slot in SLOTS]
    return types, areas


def _uses(kept: pd.DataFrame, types: list[pd.Series]) -> list[set[str]]:
    slots = zip(*types, strict=True)
    listed = kept["ListOfAllPropertyUseTypes"].fillna("")
    return [
        set(BETWEEN_USES.split(text)) if text else set(three) - {"None"}
        for text, three in zip(listed, slots, strict=True)
    ]


def _log_area(area: pd.Series) -> pd.Series:
    return np.log(area.clip(lower=LEAST_AREA))


def _features(
    kept: pd.DataFrame,
    types: list[pd.Series],
    areas: list[pd.Series],
    lists: list[set[str]],
    learned: dict[str, Any],
) -> tuple[pd.DataFrame, pd.Series]:
    """The numbers, on their steps and with what stands in for unknown ones; and the offset."""
    sum_of_uses = areas[0] + areas[1] + areas[2]
    area = sum_of_uses.clip(lower=LEAST_AREA)
    whole = sum_of_uses.clip(lower=1)
    parking = sum(of.where(kind == "Parking", 0) for kind, of in zip(types, areas, strict=True))
    floors = kept["NumberofFloors"].clip(upper=MOST_FLOORS)
    floors = floors.where(floors > 0)
    age = kept["DataYear"] - kept["YearBuilt"]
    score = kept["ENERGYSTARScore"]
    score = score.where(score.between(1, 100))
    log_building = _log_area(kept["PropertyGFABuilding(s)"])
    energy = pd.read_csv(REFERENCE).set_index("use")["kbtu_per_ft2"]
    intensity = sum(
        of / sum_of_uses * kind.map(energy).fillna(UNKNOWN_INTENSITY)
        for kind, of in zip(types, areas, strict=True)
    )
    values = pd.DataFrame(
        {
            "LogUseGFA": np.log(area),
            "LogPropertyGFATotal": _log_area(kept["PropertyGFATotal"]),
            "LogPropertyGFABuilding(s)": log_building,
            "LogPropertyGFAParking": np.log1p(kept["PropertyGFAParking"].clip(lower=0)),
            **{
                f"Log{slot}PropertyUseTypeGFA": np.log1p(of)
                for slot, of in zip(SLOTS, areas, strict=True)
            },
            "LogGFAPerFloor": log_building - np.log(floors),
            "ParkingShare": parking / whole,
            "LogNonParkingGFA": _log_area(sum_of_uses * (1 - parking / whole)),
            "NumberofFloors": floors,
            "NumberofBuildings": kept["NumberofBuildings"].clip(lower=1).fillna(1),
            "Age": age,
            "AgeSquared": (age / 100) ** 2,
            "YearsSince2015": (kept["DataYear"] - 2015).clip(
                learned["ranges"]["YearsSince2015"]["least"],
                learned["ranges"]["YearsSince2015"]["largest"],
            ),
            "NumberOfUseTypes": [len(uses) for uses in lists],
            **{name: of / whole for name, of in zip(SHARES, areas, strict=True)},
            "LogReferenceIntensity": np.log1p(intensity),
            "Latitude": kept["Latitude"],
            "Longitude": kept["Longitude"],
            "ENERGYSTARScore": score,
            "ENERGYSTARMissing": score.isna().astype(float),
            "ENERGYSTARLogit": np.log(score / (101 - score)).fillna(0),
            **_fuel_shares(kept),
        }
    )
    offset = np.log(area) + np.log(_factor(values, learned, kept["DataYear"]))
    values = _stepped(values)
    values["LogEmissionFactor"] = np.log(_reference_factor(values))
    return _filled(kept, values, types, learned), offset


def _fuel_shares(kept: pd.DataFrame) -> dict[str, pd.Series]:
    site = kept["SiteEnergyUse(kBtu)"]
    fuels = kept[[column for column, _ in FUELS.values()]]
    adds_up = (fuels.sum(axis=1) - site).abs() <= 0.01 * site
    known = fuels.where(fuels.notna() | ~adds_up.to_numpy()[:, None], 0)
    return {ratio: known[column] / site for column, ratio in FUELS.values()}


def _factor(values: pd.DataFrame, learned: dict[str, Any], years: pd.Series) -> pd.Series:
    known = learned["factors"]
    result = pd.Series(np.nan, index=values.index)
    for year in years.unique():
        factors = known.get(str(year), known[max(known)])["factors"]
        rows = years == year
        parts = (values.loc[rows, FUELS[fuel][1]] * factors[fuel] for fuel in FUELS)
        result[rows] = sum(parts).clip(lower=LEAST_FACTOR)
    return result


def _reference_factor(values: pd.DataFrame) -> pd.Series:
    parts = (values[FUELS[fuel][1]] * factor for fuel, factor in REFERENCE_FACTORS.items())
    return sum(parts).clip(lower=LEAST_FACTOR)


def _stepped(values: pd.DataFrame) -> pd.DataFrame:
    stepped = values.copy()
    for name in values:
        steps = STEPS.get(name, 100 if name.startswith("Log") else 0)
        if name in {ratio for _, ratio in FUELS.values()}:
            stepped[name] = stepped[name].clip(0, 1)
        if steps:
            stepped[name] = np.rint(stepped[name] * steps) / steps
    return stepped


def _filled(
    kept: pd.DataFrame, values: pd.DataFrame, types: list[pd.Series], learned: dict[str, Any]
) -> pd.DataFrame:
    medians = learned["medians_by_use"]["NumberofFloors"]
    here = [
        medians["neighborhoods"].get(use, {}).get(place, medians["uses"].get(use, medians["all"]))
        for use, place in zip(types[0], _places(kept), strict=True)
    ]
    values["NumberofFloors"] = values["NumberofFloors"].fillna(pd.Series(here, dtype=float))
    values = values.fillna(learned["medians"])
    per_floor = values["LogPropertyGFABuilding(s)"] - np.log(values["NumberofFloors"].clip(lower=1))
    values["LogGFAPerFloor"] = values["LogGFAPerFloor"].fillna(np.rint(per_floor * 100) / 100)
    return values


def _places(kept: pd.DataFrame) -> pd.Series:
    return kept["Neighborhood"].fillna("").str.upper().str.removesuffix(" NEIGHBORHOODS")


def _columns(
    kept: pd.DataFrame,
    values: pd.DataFrame,
    types: list[pd.Series],
    lists: list[set[str]],
    learned: dict[str, Any],
) -> Floats:
    places = _places(kept)
    shares = [values[name] for name in SHARES]
    slots = list(zip(types, shares, strict=True))
    columns = []
    for column in learned["columns"]:
        match column:
            case {"measure": name}:
                raw = values[name].to_numpy(np.float64)
            case {"category": _, "value": place}:
                raw = (places == place).to_numpy(np.float64)
            case {"use": use}:
                raw = np.array([use in uses for uses in lists], dtype=np.float64)
            case {"share": use}:
                raw = _share([of.where(kind == use, 0) for kind, of in slots])
            case {"share_other_than": uses}:
                named = {*uses, "None"}
                raw = _share([of.where(~kind.isin(named), 0) for kind, of in slots])
            case _:
                raise ValueError(f"what is the column {column}?")
        columns.append((raw - column["mean"]) / column["deviation"])
    return np.ascontiguousarray(np.column_stack(columns))


def _share(parts: list[pd.Series]) -> Floats:
    return np.rint(sum(parts).to_numpy(np.float64) * 100) / 100
