// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles of AWS's files that give no credentials here: what is said of each, and the way round.
class ProfileTroubleTest {
  private static final String NONE = "s3://data: there are no credentials for S3";
  @TempDir Path folder;

  @BeforeEach
  void useNoCredentials() {
    S3Server.credentials(Optional.empty(), "unused");
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
  }

  @AfterEach
  void useAllAgain() {
    List.of("aws.configFile", "aws.sharedCredentialsFile", "aws.profile").forEach(System::clearProperty);
    S3Server.useCredentials();
  }

  private String told(String profile, String config) throws IOException {
    System.setProperty(
        "aws.configFile", Files.writeString(folder.resolve("config"), config).toString());
    System.setProperty("aws.profile", profile);
    return assertThrows(Problem.class, () -> Store.open(StoreUri.parse("s3://data"),
        StoreOptions.of(Map.of()).withEndpoint("http://127.0.0.1:9"))).getMessage();
  }

  @Test
  void aProfileWithSsoNamesTheWayRound() throws IOException {
    String told = NONE + ": the profile \"dev\" has them by a login with SSO, which only AWS's command"
        + " line can do; run: aws sso login --profile dev && eval \"$(aws configure export-credentials"
        + " --profile dev --format env)\"";
    assertEquals(told, told("dev", """
        [profile dev]
        sso_session = s
        sso_account_id = 123456789012
        sso_role_name = r
        region = us-east-1
        [sso-session s]
        sso_start_url = https://example.awsapps.com/start
        sso_region = us-east-1
        """));
    assertEquals(told, told("dev", """
        [profile dev]
        sso_start_url = https://example.awsapps.com/start
        sso_region = us-east-1
        sso_account_id = 123456789012
        sso_role_name = r
        """));
  }

  @Test
  void aRoleOfAProfileWithSsoNamesBoth() throws IOException {
    assertEquals(NONE + ": the profile \"base\" has them by a login with SSO, which only AWS's command"
        + " line can do; run: aws sso login --profile base && eval \"$(aws configure export-credentials"
        + " --profile role --format env)\"", told("role", """
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/r
        source_profile = base
        [profile base]
        sso_session = s
        sso_account_id = 123456789012
        sso_role_name = r
        [sso-session s]
        sso_start_url = https://example.awsapps.com/start
        sso_region = us-east-1
        """));
  }

  @Test
  void aProfileOfAwsLoginNamesTheWayRound() throws IOException {
    assertEquals(NONE + ": the profile \"dev\" has them by a login with 'aws login', which only AWS's"
        + " command line can do; run: aws login --profile dev && eval \"$(aws configure"
        + " export-credentials --profile dev --format env)\"",
        told("dev", "[profile dev]\nlogin_session = arn:aws:iam::123456789012:user/u\n"));
  }

  @Test
  void aProfileThatDoesNotExistIsReportedWithThoseThatDo() throws IOException {
    assertEquals(NONE + ": there is no profile \"dve\" in ~/.aws; correct AWS_PROFILE; there are dev,"
        + " other", told("dve", "[profile other]\nregion = x\n[profile dev]\nregion = x\n"));
    assertEquals(NONE + ": there is no profile \"dve\" in ~/.aws; correct AWS_PROFILE", told("dve", ""));
  }

  @Test
  void aSourceThatDoesNotExistAndOneThatIsACircleAreReported() throws IOException {
    assertEquals(NONE + ": the profile \"r\" takes its credentials from the profile \"gone\", which does"
        + " not exist; correct source_profile in ~/.aws/config; there are r", told("r", """
        [profile r]
        role_arn = arn:aws:iam::123456789012:role/r
        source_profile = gone
        """));
    assertEquals(NONE + "; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or configure ~/.aws or a"
        + " role", told("a", "[profile a]\nrole_arn = x\nsource_profile = b\n[profile b]\nrole_arn = y\n"
            + "source_profile = a\n"));
  }

  @Test
  void aProcessThatFailsAndAFileThatIsNoneAreReported() throws IOException {
    assertEquals(NONE + ": the credential_process of the profile \"p\" gives none; run its command by"
        + " hand to see why", told("p", "[profile p]\ncredential_process = false\n"));
    assertEquals(NONE + ": ~/.aws/config or ~/.aws/credentials is not as AWS writes it; correct it; 'aws"
        + " configure list' shows what AWS reads", told("p", "[profile p]\nregion us-east-1\n"));
  }

  @Test
  void withoutAnyProfileTheKeysAreAskedFor() throws IOException {
    assertEquals(NONE + "; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or configure ~/.aws or a"
        + " role", told("default", ""));
  }
}
