// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.model.building.Column;

/// What cities call the columns of the one schema: New York, Boston, Washington, Chicago, San Francisco, Philadelphia,
/// Los Angeles, Denver, Cambridge and others, ENERGY STAR Portfolio Manager, and some words of German and French. To
/// let one more name be known, add it to the column's.
final class ColumnPatterns {
  private static final String EUI = "(eui|energyuseintensity(eui)?|euienergyuseintensity)";
  private static final String NORMALIZED = "(weathernormali?[sz]ed|weathernorm|wn)";
  private static final String USE = "(use|usage|consumption)?";
  private static final String GFA = "(gfa|grossfloorarea|floorarea)";

  /// Portfolio Manager has quantities of fuels, too, and what they cost.
  private static final String NO_ENERGY =
      "percent|cost|intensity|emission|ghg|gallon|ccf|kcf|kgal|cubic|lit(er|re)|pound|lbs";

  /// All columns that are looked for.
  static final List<ColumnPattern> ALL = List.of(
      of(Column.BUILDING_ID)
          .sure("osebuildingid", "(building|berdo|beudo)id", "(property|pmproperty)id", "reportingid",
              "portfoliomanager(property)?id", "(facility|premise|benchmark|benchmarking|site)id", "id")
          .likely("(building|property|premise)s?(number|no|nr)",
              "(gebäude|gebaeude|objekt|liegenschafts?)(id|nr|nummer)", "(identifiant|numéro|numero).*",
              "number|nummer|nr|no", ".*(building|property).*id", "objectid", ".*id")
          .not("parcel|parent|tax|grid|block|valid"),
      of(Column.DATA_YEAR)
          .sure("(data|reporting|report|reported|calendar|program|disclosure|compliance|energy)year",
              "benchmark(ing)?year", "year", "(berichts|daten)jahr")
          .likely("jahr|bezugsjahr", "ann[ée]e(de.*)?", ".*year(ending)?")
          .not("built|const|certif"),
      of(Column.BUILDING_TYPE).sure("buildingtype").likely("(building|.*)category", "gebäudekategorie").not("use"),
      of(Column.PRIMARY_TYPE)
          .sure("primarypropertytype", "primaryproperty(use)?type(portfoliomanager|epa)calculated",
              "primaryprop(erty)?typeepacalc(ulated)?", "epapropertytype",
              "primarypropertytypeself(selected|select)?", "propertytype")
          .likely("primary.*type.*", "propertytype.*", "property(use|type)", "(building|primary)use", "typology",
              "nutzung(sart|skategorie)?", "(gebäude|gebaeude|objekt)(typ|art)", "usage.*", "cat[ée]gorie.*",
              "type.*", "typ")
          .not("second|third|2nd|3rd|largest|all|area|gfa|status|energy"),
      of(Column.PROPERTY_NAME)
          .sure("(property|building|facility|site|gebäude|objekt)name")
          .likely("name|bezeichnung", "nom.*"),
      of(Column.ADDRESS)
          .sure("(property|building|reported|street)?address1?", "adresse")
          .likely("street(address)?", "stra(ss|ß)e", "rue", "addressofbuilding", ".*address.*")
          .not("city|zip|2|state|mail|owner|url"),
      of(Column.CITY).sure("city", "municipality", ".*addresscity").likely("ort", "stadt", "ville", "commune"),
      of(Column.STATE).sure("state", "province").likely("bundesland", "kanton"),
      of(Column.ZIP_CODE)
          .sure("zip(code)?", "postal(code)?", "postcode", ".*addresszip(code)?", "plz|postleitzahl", "codepostal")
          .likely(".*zipcode", ".*postalcode"),
      of(Column.TAX_PARCEL)
          .sure("taxparcelidentificationnumber", "parcel(s|id|number)?", "apn", "maplot", "bbl")
          .likely(".*parcel.*", ".*blockandlot.*", "opaaccountnum", "ssl", "flurstück.*"),
      of(Column.COUNCIL_DISTRICT).sure("(city)?councildistrict(code|s)?").likely("ward", "councildist.*"),
      of(Column.NEIGHBORHOOD)
          .sure("neighbou?rhood", "communityarea", "stadtteil")
          .likely(".*neighbou?rhood.*", "borough", "nta", "quartier", "(stadt)?bezirk", "arrondissement",
              "district", "planningarea")
          .not("block"),
      of(Column.LATITUDE).sure("lat(itude)?", "breitengrad").likely("breite"),
      of(Column.LONGITUDE).sure("(lon|lng|long)(gitude)?", "longitude", "l(ä|ae)ngengrad").likely("l(ä|ae)nge"),
      of(Column.YEAR_BUILT)
          .sure("(original)?yearbuilt", "yearofconstruction", "constructionyear", "builtyear", "baujahr",
              "ann[ée]edeconstruction")
          .likely(".*yearbuilt.*", ".*built"),
      of(Column.BUILDINGS)
          .sure("(number|num|no|count)?ofbuildings", "buildingcount")
          .likely("anzahlgeb(ä|ae)ude", "nombredeb[âa]timents", "(number|num)buildings"),
      of(Column.FLOORS)
          .sure("(number|num|no|count)?of(floors|stories|storeys)(aboveground)?", "floorcount")
          .likely("floors", "stories", "storeys", "(anzahl)?(geschosse|stockwerke)", "(nombred)?[ée]tages"),
      of(Column.TOTAL_AREA)
          .sure("propertygfa(total|calculatedbuildingsandparking)", "propertygfaself(reported)?",
              "(reported|total)?(grossfloorarea|gfa)", "propertygfa", "grossfloorarea.*")
          .likely("total(building)?(floorarea|area).*", "(building)?floorarea", "mastersqft",
              "(brutto)?(grund|geschoss)?fläche", "nettogrundfläche|energiebezugsfläche|bgf|ngf|ebf", "surface.*",
              ".*" + GFA + ".*", ".*area")
          .not("parkingonly|largest|second|third|2nd|3rd|community|planning|metered|land|lot|open"),
      of(Column.PARKING_AREA)
          .sure("propertygfa(calculated)?parking", "parkinggfa")
          .likely("parking" + GFA, GFA + "parking", "parkfläche")
          .not("building"),
      of(Column.BUILDING_AREA)
          .sure("propertygfa(calculated)?buildings?", "(grossfloorarea|gfa)buildings?",
              "(reported)?(gross)?building(gross)?floorarea")
          .likely("building" + GFA, "buildingarea")
          .not("parking"),
      of(Column.USES).sure("listofallpropertyusetypes(atproperty)?", "allproperty(use)?types").likely("all.*types"),
      of(Column.LARGEST_USE)
          .sure("(1st)?largestproperty(use)?type")
          .likely("largest.*type")
          .not("gfa|area|second|third|2nd|3rd"),
      of(Column.LARGEST_USE_AREA)
          .sure("(1st)?largestpropertyuse(type)?" + GFA)
          .likely("largest.*" + GFA)
          .not("second|third|2nd|3rd"),
      of(Column.SECOND_USE).sure("(second|2nd)largestpropertyuse(type)?").not("gfa|area"),
      of(Column.SECOND_USE_AREA).sure("(second|2nd)largestpropertyuse(type)?" + GFA),
      of(Column.THIRD_USE).sure("(third|3rd)largestpropertyuse(type)?").not("gfa|area"),
      of(Column.THIRD_USE_AREA).sure("(third|3rd)largestpropertyuse(type)?" + GFA),
      of(Column.YEARS_CERTIFIED).sure("yearsenergystarcertified", "energystarcertification.*years?.*"),
      of(Column.ENERGY_STAR_SCORE).sure("energystarscore").likely(".*energystar(score|rating)").not("certif"),
      of(Column.SITE_INTENSITY).sure("site" + EUI).likely("eui"),
      of(Column.SITE_INTENSITY_WN).sure(NORMALIZED + "site" + EUI, "site" + EUI + NORMALIZED),
      of(Column.SOURCE_INTENSITY).sure("source" + EUI),
      of(Column.SOURCE_INTENSITY_WN).sure(NORMALIZED + "source" + EUI, "source" + EUI + NORMALIZED),
      of(Column.SITE_ENERGY)
          .sure("(total)?siteenergy" + USE)
          .likely("total(energy)?" + USE, "energy(use|usage|consumption)", "(gesamt|end)?energie(verbrauch)?",
              "gesamtverbrauch", "(consommation)?(totale)?(d)?[ée]nergie(totale)?")
          .not("intensity|eui|weather|normal|source|cost"),
      of(Column.SITE_ENERGY_WN).sure(NORMALIZED + "siteenergy" + USE, "siteenergy" + USE + NORMALIZED),
      of(Column.ELECTRICITY)
          .sure("electricity" + USE + "gridpurchase", "electricity" + USE + "(grid)?", "electric" + USE,
              "totalelectricity" + USE, "stromverbrauch")
          .likely("strom(bezug)?", "[ée]lectricit[ée]", ".*electric.*", ".*strom.*", ".*[ée]lectricit[ée].*")
          .not(NO_ENERGY + "|renewable|generated|solar|peak|demand|share|off"),
      of(Column.GAS)
          .sure("(total)?naturalgas" + USE, "erdgasverbrauch")
          .likely("erdgas", "gas" + USE, "gaz(naturel)?", ".*naturalgas.*", ".*erdgas.*", ".*gaznaturel.*")
          .not(NO_ENERGY + "|greenhouse|bio|renewable"),
      of(Column.STEAM).sure("(district)?steam" + USE).likely("(fern)?dampf", "vapeur", ".*steam.*").not(NO_ENERGY),
      of(Column.HOT_WATER)
          .sure("districthotwater" + USE)
          .likely("districtheat(ing)?" + USE, "fernw(ä|ae)rme(verbrauch|bezug)?",
              "(r[ée]seaude)?chaleur|chauffageurbain", ".*hotwater" + USE)
          .not(NO_ENERGY),
      of(Column.CHILLED_WATER)
          .sure("districtchilledwater" + USE)
          .likely("districtcooling" + USE, "fernk(ä|ae)lte.*", "(r[ée]seaude)?froid", ".*chilledwater.*")
          .not(NO_ENERGY),
      of(Column.OIL)
          .sure("fueloil" + USE, "fueloil(no)?\\d.*", "diesel" + USE)
          .likely("(fuel|heating)oil.*", "heiz(ö|oe)l.*", "fioul|mazout", ".*diesel.*")
          .not(NO_ENERGY),
      of(Column.OTHER_FUEL)
          .sure("(all)?otherfuel" + USE, "(liquid)?propane" + USE, "kerosene" + USE)
          .likely("(liquid)?propane.*", "kerosene.*", "(coal|coke|wood)" + USE, "holz.*|pellets|bois",
              "other" + USE)
          .not(NO_ENERGY),
      of(Column.DEFAULT_DATA).sure("defaultdata"),
      of(Column.COMMENTS).sure("comments?").likely("notes?", "bemerkung(en)?|remarques?"),
      of(Column.COMPLIANCE)
          .sure("compliancestatus", "(reporting|report|reported)status")
          .likely(".*compliance.*|status"),
      of(Column.OUTLIER).sure("outlier"),
      of(Column.EMISSIONS)
          .sure("(total)?(locationbased)?(ghg|greenhousegas)emissions?", "tot(al)?(locationbased)?ghgemissions",
              "(total)?(co2e?|carbondioxide|carbon)emissions", "co2emissionen")
          .likely("(estimated)?(total)?ghgemissions.*", "co2e?", "(thg|treibhausgas)(emissionen)?",
              "[ée]missions?(deges|deco2)?", ".*(ghg|co2|carbon).*")
          .not("intens|direct|avoided|biomass|market|net|percent|target|cap|limit"),
      of(Column.EMISSIONS_INTENSITY)
          .sure("(total)?(locationbased)?(ghg|greenhousegas)(emissions?)?intensity",
              "tot(al)?ghgemiss(ions)?intensity")
          .likely(".*(ghg|co2|emission|carbon).*intensit.*")
          .not("direct|market|net"));

  private ColumnPatterns() {}

  private static ColumnPattern of(Column column) {
    return ColumnPattern.of(column);
  }
}
