package dev.baton.salesforce.client;

/** Thrown when a call to Salesforce gave nothing; {@link #trouble} says why. */
public final class SalesforceFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SalesforceTrouble trouble;

  public SalesforceFault(SalesforceTrouble trouble) {
    super(trouble.why());
    this.trouble = trouble;
  }

  public SalesforceTrouble trouble() {
    return trouble;
  }

  /** Whether Salesforce refused with this code. */
  public boolean refusedWith(String code) {
    return trouble instanceof SalesforceTrouble.Refused refused && refused.code().equals(code);
  }
}
