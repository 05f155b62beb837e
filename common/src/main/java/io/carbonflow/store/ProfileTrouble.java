// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/// Why the profile that is chosen in AWS's files gives no credentials. The SDK tells it in the middle
/// of a list of all the places that it has looked at.
///
/// @param what what is the matter with it
/// @param remedy what to do
record ProfileTrouble(String what, String remedy) {
  private static final String SESSION = "sso_session";

  /// What is the matter with the profile of this process; empty if it is not the profile's fault.
  static Optional<ProfileTrouble> here() {
    String name = ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    try {
      Map<String, Profile> profiles = ProfileFile.defaultProfileFile().profiles();
      return profiles.containsKey(name) ? of(name, profiles)
          : Optional.of(name).filter(named -> !named.equals(
              ProfileFileSystemSetting.AWS_PROFILE.defaultValue())).map(named -> absent(
                  "there is no profile \"" + named + "\" in ~/.aws", profiles, "AWS_PROFILE"));
    } catch (IllegalArgumentException e) { // The SDK's word for a file that it cannot read.
      return Optional.of(new ProfileTrouble("~/.aws/config or ~/.aws/credentials is not as AWS writes it",
          "correct it; 'aws configure list' shows what AWS reads"));
    }
  }

  /// What is the matter with a profile, or with one that it takes its credentials from.
  private static Optional<ProfileTrouble> of(String name, Map<String, Profile> profiles) {
    Set<String> seen = new LinkedHashSet<>();
    String at = name;
    while (seen.add(at)) {
      Profile profile = profiles.get(at);
      if (profile == null) {
        return Optional.of(absent("the profile \"" + name + "\" takes its credentials from the profile \""
            + at + "\", which does not exist", profiles, "source_profile in ~/.aws/config"));
      }
      if (has(profile, SESSION) || has(profile, ProfileProperty.SSO_START_URL)) {
        return Optional.of(login(name, at, "SSO", "aws sso login"));
      }
      if (has(profile, ProfileProperty.LOGIN_SESSION)) {
        return Optional.of(login(name, at, "'aws login'", "aws login"));
      }
      if (has(profile, ProfileProperty.CREDENTIAL_PROCESS)) {
        return Optional.of(new ProfileTrouble("the credential_process of the profile \"" + at
            + "\" gives none", "run its command by hand to see why"));
      }
      at = profile.property(ProfileProperty.SOURCE_PROFILE).orElse(at);
    }
    return Optional.empty();
  }

  /// AWS's own command line can log in, and gives the credentials for as long as the login lasts.
  private static ProfileTrouble login(String name, String at, String way, String command) {
    return new ProfileTrouble("the profile \"" + at + "\" has them by a login with " + way
        + ", which only AWS's command line can do", "run: " + command + " --profile " + at
        + " && eval \"$(aws configure export-credentials --profile " + name + " --format env)\"");
  }

  private static ProfileTrouble absent(String what, Map<String, Profile> profiles, String named) {
    return new ProfileTrouble(what, "correct " + named + (profiles.isEmpty() ? ""
        : "; there are " + String.join(", ", new TreeSet<>(profiles.keySet()))));
  }

  private static boolean has(Profile profile, String property) {
    return profile.property(property).isPresent();
  }
}
