// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Makes the two sample tables: buildings that do not exist, in the columns and with the quirks of
/// Seattle's energy benchmarking tables of 2015 and 2016. The same bytes every time.
///
/// `java data-samples/Generate.java [folder [buildings]]` writes into that folder, by default beside this file. More
/// buildings than the samples have are for measuring.
final class Generate {
  private static final long SEED = 20_152_016;
  private static final String BUILDINGS = "545";

  /// Tonnes per kBtu of electricity, natural gas and steam; emissions follow them as in the city's
  /// tables.
  private static final double[] FACTORS = {6.971e-6, 5.311e-5, 7.7187e-5};

  /// A kind of property: its weight, use, primary type in either year, median energy intensity in
  /// kBtu per ft², median area, the part of its energy that is gas, whether it gets a score.
  private record Kind(int weight, String use, String type2015, String type2016, double intensity,
      double area, double gas, boolean scored) {}

  private static final List<Kind> KINDS = List.of(
      new Kind(26, "Office", "Small- and Mid-Sized Office", "Small- and Mid-Sized Office", 56, 42e3,
          .15, true),
      new Kind(11, "Office", "Large Office", "Large Office", 66, 210e3, .12, true),
      new Kind(14, "Non-Refrigerated Warehouse", "Non-Refrigerated Warehouse", "Warehouse", 27,
          45e3, .45, true),
      new Kind(9, "Retail Store", "Retail Store", "Retail Store", 62, 38e3, .25, true),
      new Kind(9, "Hotel", "Hotel", "Hotel", 84, 90e3, .45, true),
      new Kind(8, "Worship Facility", "Worship Facility", "Worship Facility", 34, 27e3, .6, true),
      new Kind(6, "K-12 School", "K-12 School", "K-12 School", 47, 52e3, .6, true),
      new Kind(5, "Medical Office", "Medical Office", "Medical Office", 92, 60e3, .35, true),
      new Kind(5, "Supermarket/Grocery Store", "Supermarket/Grocery Store",
          "Supermarket / Grocery Store", 235, 38e3, .3, true),
      new Kind(5, "Distribution Center", "Distribution Center\n", "Distribution Center", 31, 75e3,
          .35, true),
      new Kind(4, "Self-Storage Facility", "Self-Storage Facility\n", "Self-Storage Facility", 14,
          55e3, .1, false),
      new Kind(3, "Restaurant", "Restaurant\n", "Restaurant", 190, 24e3, .6, false),
      new Kind(3, "Senior Care Community", "Senior Care Community", "Senior Care Community", 88,
          85e3, .5, true),
      new Kind(2, "Laboratory", "Other", "Laboratory", 260, 90e3, .4, false),
      new Kind(8, "Other", "Other", "Other", 75, 48e3, .35, false));

  private static final List<String> SIDE_USES = List.of("Parking", "Parking", "Parking", "Office",
      "Retail Store", "Restaurant", "Data Center", "Fitness Center/Health Club/Gym",
      "Multifamily Housing", "Bank Branch", "Other - Entertainment/Public Assembly",
      "Personal Services (Health/Beauty, Dry Cleaning, etc)",
      "Repair Services (Vehicle, Shoe, Locksmith, etc)");

  /// A part of the city: how the 2016 table may also write it, and about where it is.
  private record Area(String name, String other, double latitude, double longitude) {}

  private static final List<Area> AREAS = List.of(
      new Area("DOWNTOWN", "DOWNTOWN", 47.608, -122.335),
      new Area("DOWNTOWN", "DOWNTOWN", 47.611, -122.337),
      new Area("GREATER DUWAMISH", "GREATER DUWAMISH", 47.558, -122.328),
      new Area("GREATER DUWAMISH", "GREATER DUWAMISH", 47.571, -122.333),
      new Area("LAKE UNION", "LAKE UNION", 47.638, -122.337),
      new Area("MAGNOLIA / QUEEN ANNE", "MAGNOLIA / QUEEN ANNE", 47.637, -122.368),
      new Area("NORTHEAST", "NORTHEAST", 47.672, -122.303),
      new Area("EAST", "EAST", 47.617, -122.319),
      new Area("NORTHWEST", "Northwest", 47.692, -122.358),
      new Area("BALLARD", "Ballard", 47.667, -122.378),
      new Area("NORTH", "North", 47.709, -122.323),
      new Area("CENTRAL", "Central", 47.603, -122.304),
      new Area("SOUTHWEST", "SOUTHWEST", 47.552, -122.382),
      new Area("SOUTHEAST", "SOUTHEAST", 47.551, -122.283),
      new Area("DELRIDGE", "DELRIDGE NEIGHBORHOODS", 47.541, -122.361));

  private static final List<String> STREETS = List.of("ALDERLINE", "BRACKENFELL", "CINDERMOOR",
      "DUNNOCK", "EMBERWICK", "FERNBROOK", "GORSELAND", "HOLLOWMERE", "INKWELL", "JUNIPERSET",
      "KESTRELGATE", "LARCHMOUNT", "O'BRAMBLE");
  private static final List<String> NAMES = List.of("AMBERLIGHT", "BLUEFINCH", "COPPERLEAF",
      "DRIFTSTONE", "ELMQUARTER", "FOXMANTLE", "GREYHERON", "HAZELCREST", "IVORYBEND",
      "JADEWATER");

  private static final String COLUMNS_2015 = """
      OSEBuildingID,DataYear,BuildingType,PrimaryPropertyType,PropertyName,\
      TaxParcelIdentificationNumber,Location,CouncilDistrictCode,Neighborhood,YearBuilt,\
      NumberofBuildings,NumberofFloors,PropertyGFATotal,PropertyGFAParking,PropertyGFABuilding(s),\
      ListOfAllPropertyUseTypes,LargestPropertyUseType,LargestPropertyUseTypeGFA,\
      SecondLargestPropertyUseType,SecondLargestPropertyUseTypeGFA,ThirdLargestPropertyUseType,\
      ThirdLargestPropertyUseTypeGFA,YearsENERGYSTARCertified,ENERGYSTARScore,SiteEUI(kBtu/sf),\
      SiteEUIWN(kBtu/sf),SourceEUI(kBtu/sf),SourceEUIWN(kBtu/sf),SiteEnergyUse(kBtu),\
      SiteEnergyUseWN(kBtu),SteamUse(kBtu),Electricity(kWh),Electricity(kBtu),NaturalGas(therms),\
      NaturalGas(kBtu),OtherFuelUse(kBtu),GHGEmissions(MetricTonsCO2e),\
      GHGEmissionsIntensity(kgCO2e/ft2),DefaultData,Comment,ComplianceStatus,Outlier,\
      2010 Census Tracts,Seattle Police Department Micro Community Policing Plan Areas,\
      City Council Districts,SPD Beats,Zip Codes""";
  private static final String COLUMNS_2016 = """
      OSEBuildingID,DataYear,BuildingType,PrimaryPropertyType,PropertyName,Address,City,State,\
      ZipCode,TaxParcelIdentificationNumber,CouncilDistrictCode,Neighborhood,Latitude,Longitude,\
      YearBuilt,NumberofBuildings,NumberofFloors,PropertyGFATotal,PropertyGFAParking,\
      PropertyGFABuilding(s),ListOfAllPropertyUseTypes,LargestPropertyUseType,\
      LargestPropertyUseTypeGFA,SecondLargestPropertyUseType,SecondLargestPropertyUseTypeGFA,\
      ThirdLargestPropertyUseType,ThirdLargestPropertyUseTypeGFA,YearsENERGYSTARCertified,\
      ENERGYSTARScore,SiteEUI(kBtu/sf),SiteEUIWN(kBtu/sf),SourceEUI(kBtu/sf),\
      SourceEUIWN(kBtu/sf),SiteEnergyUse(kBtu),SiteEnergyUseWN(kBtu),SteamUse(kBtu),\
      Electricity(kWh),Electricity(kBtu),NaturalGas(therms),NaturalGas(kBtu),DefaultData,Comments,\
      ComplianceStatus,Outlier,TotalGHGEmissions,GHGEmissionsIntensity""";

  private final Random random = new Random(SEED);

  /// What does not change between the two years. Areas are in ft², the uses' largest first.
  private record Sample(int id, int index, Kind kind, String type, Area area, double north,
      double east, int built, int floors, List<String> uses, List<Long> areas, List<String> listed,
      double score, double logIntensity, double gas, double steam, String name, String address) {

    long area(String use) {
      long sum = 0;
      for (int i = 0; i < uses.size(); i++) {
        sum += uses.get(i).equals(use) ? areas.get(i) : 0;
      }
      return sum;
    }

    long total() {
      return areas.stream().mapToLong(Long::longValue).sum();
    }
  }

  public static void main(String[] args) throws IOException {
    Path beside = Path.of(System.getProperty("jdk.launcher.sourcefile", "Generate.java"));
    new Generate().write(
        args.length > 0 ? Path.of(args[0]) : beside.toAbsolutePath().getParent(),
        Integer.parseInt(args.length > 1 ? args[1] : BUILDINGS));
  }

  private void write(Path folder, int buildings) throws IOException {
    List<String> rows2015 = new ArrayList<>(List.of(COLUMNS_2015));
    List<String> rows2016 = new ArrayList<>(List.of(COLUMNS_2016));
    int id = 0;
    for (int i = 0; i < buildings; i++) {
      id += 1 + random.nextInt(i < buildings / 3 ? 3 : 90);
      Sample sample = sample(id, i);
      String year2015 = line(COLUMNS_2015, year(sample, 2015));
      String year2016 = line(COLUMNS_2016, year(sample, 2016));
      if (i % 19 != 7) {
        rows2015.add(year2015);
      }
      if (i % 17 != 5) {
        rows2016.add(year2016);
      }
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("2015-building-energy-benchmarking.csv"),
        String.join("\n", rows2015) + "\n");
    Files.writeString(folder.resolve("2016-building-energy-benchmarking.csv"),
        String.join("\n", rows2016) + "\n");
  }

  private Sample sample(int id, int index) {
    Kind kind = kind(random.nextInt(KINDS.stream().mapToInt(Kind::weight).sum()));
    Area area = pick(AREAS);
    int built = 1905 + (int) (110 * StrictMath.sqrt(random.nextDouble()));
    long main = Math.round(kind.area() * StrictMath.exp(0.55 * random.nextGaussian()) + 6000);
    List<String> uses = new ArrayList<>(List.of(kind.use()));
    List<Long> areas = new ArrayList<>(List.of(main));
    List<String> listed = new ArrayList<>(uses);
    int sideUses = Math.max(0, (int) (random.nextGaussian() * 1.3 + 0.8));
    for (int i = 0; i < sideUses; i++) {
      String use = pick(SIDE_USES);
      if (!listed.contains(use)) {
        listed.add(use);
        uses.add(use);
        areas.add(Math.round(areas.getLast() * (0.15 + 0.5 * random.nextDouble())));
      }
    }
    listed.sort(null);
    boolean scored = kind.scored() && random.nextInt(10) > 0;
    double score = scored ? 1 + random.nextInt(100) : Double.NaN;
    double gas = random.nextInt(4) == 0 ? 0
        : Math.clamp(kind.gas() + 0.18 * random.nextGaussian(), 0, 0.95);
    double steam = area.name().equals("DOWNTOWN") && random.nextInt(4) == 0
        ? 0.4 * random.nextDouble() * (1 - gas) : 0;
    int most = Math.min(3, uses.size());
    var sample = new Sample(id, index, kind, type(), area,
        area.latitude() + 0.006 * random.nextGaussian(),
        area.longitude() + 0.006 * random.nextGaussian(), built,
        kind.type2016().equals("Large Office") ? 6 + random.nextInt(35) : 1 + random.nextInt(5),
        List.copyOf(uses.subList(0, most)), List.copyOf(areas.subList(0, most)), listed, score, 0,
        gas, steam, pick(NAMES) + " " + pick(List.of("HALL", "HOUSE", "WORKS", "COURT", "PLAZA")),
        (100 + random.nextInt(9800)) + " " + pick(STREETS) + " "
            + pick(List.of("ST", "AVE", "WAY", "AVE S")));
    return withIntensity(sample);
  }

  /// Energy per floor area depends on what the building is for, its parts, its age, its size and
  /// how well its score says it is run; the rest is chance.
  private Sample withIntensity(Sample s) {
    double share = 1.0 / s.total();
    double log = StrictMath.log(s.kind().intensity())
        + (Double.isNaN(s.score()) ? 0.1 : -0.011 * (s.score() - 50))
        + 0.0025 * (2015 - s.built() - 45)
        - 0.07 * StrictMath.log(s.areas().getFirst() / s.kind().area())
        + 0.8 * s.gas() * s.gas()
        - 1.1 * s.area("Parking") * share
        + 1.6 * s.area("Data Center") * share
        + 1.2 * s.area("Restaurant") * share
        + 0.45 * random.nextGaussian();
    return new Sample(s.id(), s.index(), s.kind(), s.type(), s.area(), s.north(), s.east(),
        s.built(), s.floors(), s.uses(), s.areas(), s.listed(), s.score(), log, s.gas(),
        s.steam(), s.name(), s.address());
  }

  private Kind kind(int draw) {
    int left = draw;
    for (Kind kind : KINDS) {
      left -= kind.weight();
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind for " + draw);
  }

  private String type() {
    int draw = random.nextInt(100);
    return draw < 81 ? "NonResidential"
        : draw < 86 ? "Nonresidential COS"
        : draw < 92 ? "Multifamily LR (1-4)"
        : draw < 96 ? "Multifamily MR (5-9)"
        : draw < 98 ? "SPS-District K-12" : "Campus";
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Every column of either table in a year, with that year's quirks.
  private Map<String, String> year(Sample s, int year) {
    boolean first = year == 2015;
    Map<String, String> row = new HashMap<>();
    row.put("OSEBuildingID", "" + s.id());
    row.put("DataYear", "" + year);
    row.put("BuildingType", s.type());
    row.put("PrimaryPropertyType", first ? s.kind().type2015() : s.kind().type2016());
    row.put("PropertyName", first ? s.name() : titled(s.name()));
    place(row, s, first);
    row.put("YearBuilt", "" + s.built());
    row.put("NumberofBuildings", s.index() % 83 == 4 ? "" : s.index() % 29 == 3 ? "2" : "1");
    row.put("NumberofFloors",
        s.index() % 37 == 11 ? "0" : s.index() % 61 == 9 ? "" : "" + s.floors());
    areas(row, s);
    double score = Double.isNaN(s.score()) ? s.score()
        : Math.clamp(s.score() + Math.round(2 * random.nextGaussian()), 1, 100);
    row.put("ENERGYSTARScore", Double.isNaN(score) ? (first ? "" : "NULL")
        : first ? fixed(score, 2) : fixed(score, 0));
    row.put("YearsENERGYSTARCertified", score > 85 && s.index() % 3 == 0
        ? (first ? "2015, 2014" : "20162015") : "");
    energy(row, s, first);
    row.put("DefaultData", first ? (s.index() % 6 == 0 ? "Yes" : "No")
        : s.index() % 31 == 0 ? "True" : "False");
    String comment = s.index() % 45 == 13
        ? "Remodeled in part.\nMeters \"A\" and \"B\" were read in January, and in June." : "";
    row.put("Comment", comment);
    row.put("Comments", "");
    row.put("ComplianceStatus", s.index() % 97 == 50 ? "Not Compliant" : "Compliant");
    row.put("Outlier", s.index() % 71 == 20 ? (first ? "High Outlier" : "High outlier")
        : first ? "" : "NULL");
    return row;
  }

  private void place(Map<String, String> row, Sample s, boolean first) {
    int zip = 98101 + s.index() % 9;
    int digits = first ? 8 : 5;
    row.put("Location", "{'latitude': '" + fixed(s.north(), 8) + "', 'longitude': '"
        + fixed(s.east(), 8) + "', 'human_address': '{\"address\": \""
        + s.address().replace("'", "\\'")
        + "\", \"city\": \"SEATTLE\", \"state\": \"WA\", \"zip\": \"" + zip + "\"}'}");
    row.put("Address", titled(s.address()));
    row.put("City", "Seattle");
    row.put("State", "WA");
    row.put("ZipCode", "" + zip);
    row.put("Latitude", fixed(s.north(), digits));
    row.put("Longitude", fixed(s.east(), digits));
    String parcel = String.format(Locale.ROOT, "%010d", 7_000_000L * (s.index() % 130) + s.id());
    row.put("TaxParcelIdentificationNumber", first ? parcel.replaceFirst("^0+", "") : parcel);
    row.put("CouncilDistrictCode", "" + (1 + s.index() % 7));
    row.put("Neighborhood", first || s.index() % 3 > 0 ? s.area().name() : s.area().other());
    row.put("Zip Codes", "" + (18_000 + zip % 1000));
    row.put("SPD Beats", "" + (1 + s.index() % 52));
    row.put("Seattle Police Department Micro Community Policing Plan Areas",
        "" + (1 + s.index() % 60));
    row.put("2010 Census Tracts", s.index() % 20 == 1 ? "12" + s.index() % 8 : "");
    row.put("City Council Districts", s.index() % 20 == 1 ? "1" : "");
  }

  private void areas(Map<String, String> row, Sample s) {
    long parking = s.area("Parking");
    row.put("PropertyGFATotal", s.index() % 50 == 2 ? grouped(s.total()) : "" + s.total());
    row.put("PropertyGFAParking", "" + parking);
    row.put("PropertyGFABuilding(s)", "" + (s.total() - parking));
    if (s.index() % 59 == 17) {
      return; // some owners reported no uses
    }
    row.put("ListOfAllPropertyUseTypes", String.join(", ", s.listed()));
    List<String> ranks = List.of("Largest", "SecondLargest", "ThirdLargest");
    for (int i = 0; i < s.uses().size(); i++) {
      row.put(ranks.get(i) + "PropertyUseType", s.uses().get(i));
      row.put(ranks.get(i) + "PropertyUseTypeGFA", "" + s.areas().get(i));
    }
  }

  private void energy(Map<String, String> row, Sample s, boolean first) {
    double intensity = StrictMath.exp(s.logIntensity() + 0.12 * random.nextGaussian());
    double residual = 1 + 4e-5 * random.nextGaussian();
    if (s.index() % 149 == 31) {
      return; // not reported
    }
    double site = s.index() % 139 == 41 ? 0 : Math.rint(intensity * s.total());
    double gas = Math.rint(site * s.gas());
    double steam = Math.rint(site * s.steam());
    boolean sendsBack = s.index() == 333 && !first;
    double electricity = sendsBack ? -40_000 : site - gas - steam;
    double tonnes = (FACTORS[0] * electricity + (sendsBack ? 0
        : FACTORS[1] * gas + FACTORS[2] * steam)) * residual;
    int digits = first ? 0 : 4;
    row.put("SiteEnergyUse(kBtu)", s.index() % 64 == 6 ? grouped(site) + (first ? "" : ".0")
        : fixed(site, 0));
    row.put("SiteEnergyUseWN(kBtu)", fixed(site * 1.03, first ? 0 : 2));
    row.put("SiteEUI(kBtu/sf)", fixed(site / s.total(), first ? 2 : 8));
    row.put("SiteEUIWN(kBtu/sf)", fixed(site * 1.03 / s.total(), first ? 2 : 8));
    row.put("SourceEUI(kBtu/sf)", fixed((2.8 * electricity + gas + steam) / s.total(), 2));
    row.put("SourceEUIWN(kBtu/sf)",
        fixed(1.02 * (2.8 * electricity + gas + steam) / s.total(), 2));
    row.put("SteamUse(kBtu)", fixed(sendsBack ? 0 : steam, 0));
    row.put("Electricity(kBtu)", fixed(electricity, 0));
    row.put("Electricity(kWh)", fixed(electricity / 3.412, digits));
    row.put("NaturalGas(kBtu)", fixed(sendsBack ? 0 : gas, 0));
    row.put("NaturalGas(therms)", fixed(sendsBack ? 0 : gas / 100, digits));
    row.put("OtherFuelUse(kBtu)", "0");
    for (String name : List.of("TotalGHGEmissions", "GHGEmissions(MetricTonsCO2e)")) {
      row.put(name, fixed(tonnes, 2));
    }
    for (String name : List.of("GHGEmissionsIntensity", "GHGEmissionsIntensity(kgCO2e/ft2)")) {
      row.put(name, fixed(1000 * tonnes / s.total(), 2));
    }
  }

  private static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String grouped(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String titled(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String line(String columns, Map<String, String> row) {
    List<String> cells = new ArrayList<>();
    for (String column : columns.split(",")) {
      String cell = row.getOrDefault(column, "");
      boolean quote = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
      cells.add(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
    }
    return String.join(",", cells);
  }
}
