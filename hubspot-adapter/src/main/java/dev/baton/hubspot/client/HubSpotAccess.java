package dev.baton.hubspot.client;

import java.util.Optional;

/** Gives the token a call is made with. */
public interface HubSpotAccess {
  /**
   * The token to use now.
   *
   * @throws HubSpotFault when none can be had
   */
  String token();

  /**
   * Another token, after HubSpot has refused that one; empty where there is none.
   *
   * @throws HubSpotFault when one should be had but cannot
   */
  Optional<String> insteadOf(String refused);
}
