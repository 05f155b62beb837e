// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cookies go out as browsers send them (RFC 6265), however long they are to live.
class SessionCookiesTest {
  private static final URI PAGE = URI.create("http://kubeflow.example.com/oauth2/callback");

  private static Map<String, String> after(URI from, URI to, String... received) {
    SessionCookies cookies = new SessionCookies();
    for (String one : received) {
      cookies.take(new HttpAnswer(from, 302,
          HttpHeaders.of(Map.of("set-cookie", List.of(one)), (_, _) -> true), new byte[0]));
    }
    return cookies.headers(to);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
      "a=b! a=b",
      "a=b; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax! a=b",
      "a=b; Path=/; Expires=Fri, 31 Dec 2100 23:59:59 GMT! a=b",
      "a=b; Path=/; Expires=Fri, 31 Dec 2100 23:59:59 GMT; Max-Age=60! a=b",
      "a=b; Path=/; Version=1; Max-Age=60! a=b",
      "a=b,c=d! a=b,c=d",
      "a=b,c=d; Max-Age=60; Path=/! a=b,c=d",
      "a=eyJ|1700|x==; Max-Age=60; Path=/; Domain=.example.com! a=eyJ|1700|x==",
  })
  void anAnswersCookieIsSentAsNameAndValueAlone(String received, String sent) {
    assertEquals(Map.of("cookie", sent), after(PAGE, PAGE.resolve("/oauth2/x"), received));
  }

  @Test
  void severalAreOneHeader() {
    assertEquals(Map.of("cookie", "s_0=A; s_1=B"), after(PAGE, PAGE.resolve("/"),
        "s_0=A; Path=/; Max-Age=604800", "s_1=B; Path=/; Max-Age=604800"));
  }

  @Test
  void oneThatIsTakenBackOrOfAnotherHostIsNotSent() {
    assertEquals(Map.of(), after(PAGE, PAGE, "a=b; Path=/", "a=; Path=/; Max-Age=0"));
    assertEquals(Map.of(), after(PAGE, URI.create("http://other.example.org/"), "a=b; Path=/; Max-Age=9"));
  }

  @Test
  void oneThatCameByHttpsIsSentByHttpsAlone() {
    URI https = URI.create("https://kubeflow.example.com/");
    assertEquals(Map.of("cookie", "a=b"), after(https, https, "a=b; Path=/; Max-Age=60"));
    assertEquals(Map.of(), after(https, PAGE, "a=b; Path=/; Max-Age=60"));
    assertEquals(Map.of(), after(https, PAGE, "a=b; Path=/"));
  }
}
