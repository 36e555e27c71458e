package dev.baton.salesforce.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Carries what WSC writes and reads. WSC's own transport repeats a POST whose connection broke,
 * which doubles records, waits for ever, and forgets the HTTP status (decision 0022).
 */
final class SoapTransport implements Transport {
  private static final Pattern FAULT_CODE =
      Pattern.compile("<faultcode[^>]{0,200}>\\s*(?:\\w+:)?([A-Z][A-Z_]{1,80})\\s*</faultcode>");

  private final SalesforceWire wire;
  private final ByteArrayOutputStream request = new ByteArrayOutputStream();
  private final Map<String, String> headers = new HashMap<>();
  private URI to = URI.create("");
  private boolean successful;
  private Optional<String> faultCode = Optional.empty();

  SoapTransport(SalesforceWire wire) {
    this.wire = wire;
  }

  @Override
  public void setConfig(ConnectorConfig config) {
    // Where and how long is the wire's business; what there is to know comes with connect.
  }

  @Override
  public OutputStream connect(String endpoint, String soapAction) throws IOException {
    var soap = new HashMap<String, String>();
    soap.put("SOAPAction", "\"" + soapAction + "\"");
    soap.put("Content-Type", "text/xml; charset=UTF-8");
    soap.put("Accept", "text/xml");
    return connect(endpoint, soap);
  }

  @Override
  public OutputStream connect(String endpoint, HashMap<String, String> httpHeaders)
      throws IOException {
    return connect(endpoint, httpHeaders, true);
  }

  @Override
  public OutputStream connect(
      String endpoint, HashMap<String, String> httpHeaders, boolean compress) throws IOException {
    to = URI.create(endpoint);
    headers.putAll(httpHeaders);
    if (!compress) return request;
    headers.put("Content-Encoding", "gzip");
    return new GZIPOutputStream(request);
  }

  /** A fault is XML with a status other than 200; anything else than XML is no answer of SOAP's. */
  @Override
  public InputStream getContent() throws IOException {
    SalesforceWire.Answer answer = wire.post(to, headers, request.toByteArray());
    boolean xml = answer.contentType().contains("xml") && answer.body().length > 0;
    if (!xml || answer.status() / 100 == 3) {
      throw new SalesforceWire.Unanswered(
          "Salesforce answered " + answer.status() + " without saying why");
    }
    successful = answer.status() == 200;
    if (!successful) faultCode = code(answer.body());
    return new ByteArrayInputStream(answer.body());
  }

  /** The code of the fault that was answered; empty where there was none. */
  Optional<String> faultCode() {
    return faultCode;
  }

  /** WSC forgets it where it does not know the code. */
  private static Optional<String> code(byte[] fault) {
    var found = FAULT_CODE.matcher(new String(fault, UTF_8));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  @Override
  public boolean isSuccessful() {
    return successful;
  }
}
