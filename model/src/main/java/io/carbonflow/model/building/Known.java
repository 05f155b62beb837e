// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Set;

/// The names that the city's tables have for categories.
final class Known {
  /// The city's classes of buildings.
  static final Set<String> BUILDING_TYPES = Set.of(
      "Campus", "Multifamily HR (10+)", "Multifamily LR (1-4)", "Multifamily MR (5-9)",
      "NonResidential", "Nonresidential COS", "Nonresidential WA", "SPS-District K-12");

  /// The main kinds of property, by their names in the 2016 table.
  static final Set<String> PRIMARY_TYPES = Set.of(
      "Distribution Center", "High-Rise Multifamily", "Hospital", "Hotel", "K-12 School",
      "Laboratory", "Large Office", "Low-Rise Multifamily", "Medical Office",
      "Mid-Rise Multifamily", "Mixed Use Property", "Office", "Other", "Refrigerated Warehouse",
      "Residence Hall", "Restaurant", "Retail Store", "SPS-District K-12", "Self-Storage Facility",
      "Senior Care Community", "Small- and Mid-Sized Office", "Supermarket / Grocery Store",
      "University", "Warehouse", "Worship Facility");

  /// The neighborhoods, as [Building#neighborhood] has them.
  static final Set<String> NEIGHBORHOODS = Set.of(
      "BALLARD", "CENTRAL", "DELRIDGE", "DOWNTOWN", "EAST", "GREATER DUWAMISH", "LAKE UNION",
      "MAGNOLIA / QUEEN ANNE", "NORTH", "NORTHEAST", "NORTHWEST", "SOUTHEAST", "SOUTHWEST");

  /// The property uses of ENERGY STAR Portfolio Manager, with which buildings are reported, by
  /// their names of those years.
  static final Set<String> USES = Set.of(
      "Adult Education", "Ambulatory Surgical Center", "Aquarium", "Automobile Dealership",
      "Bank Branch", "Bar/Nightclub", "Barracks", "Bowling Alley", "Casino", "College/University",
      "Convenience Store with Gas Station", "Convenience Store without Gas Station",
      "Convention Center", "Courthouse", "Data Center", "Distribution Center",
      "Drinking Water Treatment & Distribution", "Enclosed Mall", "Energy/Power Station",
      "Fast Food Restaurant", "Financial Office", "Fire Station",
      "Fitness Center/Health Club/Gym", "Food Sales", "Food Service",
      "Hospital (General Medical & Surgical)", "Hotel", "Ice/Curling Rink", "Indoor Arena",
      "K-12 School", "Laboratory", "Library", "Lifestyle Center", "Mailing Center/Post Office",
      "Manufacturing/Industrial Plant", "Medical Office", "Mixed Use Property", "Movie Theater",
      "Multifamily Housing", "Museum", "Non-Refrigerated Warehouse", "Office", "Other",
      "Other - Education", "Other - Entertainment/Public Assembly",
      "Other - Lodging/Residential", "Other - Mall", "Other - Public Services",
      "Other - Recreation", "Other - Restaurant/Bar", "Other - Services",
      "Other - Specialty Hospital", "Other - Stadium", "Other - Technology/Science",
      "Other - Utility", "Other/Specialty Hospital",
      "Outpatient Rehabilitation/Physical Therapy", "Parking", "Performing Arts",
      "Personal Services (Health/Beauty, Dry Cleaning, etc)", "Police Station",
      "Pre-school/Daycare", "Prison/Incarceration", "Race Track", "Refrigerated Warehouse",
      "Repair Services (Vehicle, Shoe, Locksmith, etc)", "Residence Hall/Dormitory",
      "Residential Care Facility", "Restaurant", "Retail Store", "Roller Rink",
      "Self-Storage Facility", "Senior Care Community", "Senior Living Community",
      "Single Family Home", "Social/Meeting Hall", "Stadium (Closed)", "Stadium (Open)",
      "Strip Mall", "Supermarket/Grocery Store", "Swimming Pool",
      "Transportation Terminal/Station", "Urgent Care/Clinic/Other Outpatient",
      "Veterinary Office", "Vocational School", "Wastewater Treatment Plant",
      "Wholesale Club/Supercenter", "Worship Facility", "Zoo");

  private Known() {}
}
