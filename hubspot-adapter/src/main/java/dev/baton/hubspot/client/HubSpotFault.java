package dev.baton.hubspot.client;

/** Thrown when a call to HubSpot gave nothing; {@link #trouble} says why. */
public final class HubSpotFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HubSpotTrouble trouble;

  public HubSpotFault(HubSpotTrouble trouble) {
    super(trouble.why());
    this.trouble = trouble;
  }

  public HubSpotTrouble trouble() {
    return trouble;
  }

  /** Whether HubSpot answered with this status. */
  public boolean answered(int status) {
    return trouble instanceof HubSpotTrouble.Refused refused && refused.status() == status;
  }
}
