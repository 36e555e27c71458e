package dev.baton.salesforce.client;

import com.sforce.ws.ConnectionException;
import com.sforce.ws.bind.TypeInfo;
import com.sforce.ws.bind.TypeMapper;
import com.sforce.ws.bind.XMLizable;
import com.sforce.ws.bind.XmlTypeInfoProvider;
import com.sforce.ws.parser.XmlInputStream;
import com.sforce.ws.parser.XmlOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import javax.xml.namespace.QName;

/**
 * A day as SOAP writes it, such as {@code 2026-11-22}. WSC knows dates only as instants, of which
 * it sends the day in Greenwich, and cannot put its own {@code OffsetDate} into a field.
 */
final class SoapDate implements XMLizable, XmlTypeInfoProvider {
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
  private static final String DATE = "date";

  private final LocalDate day;

  SoapDate(LocalDate day) {
    this.day = day;
  }

  @Override
  public TypeInfo getTypeInfo(String namespace, String name, TypeMapper mapper) {
    return new TypeInfo(namespace, name, SCHEMA, DATE, 0, 1, true);
  }

  @Override
  public void write(QName element, XmlOutputStream out, TypeMapper mapper) throws IOException {
    out.writeStartTag(element.getNamespaceURI(), element.getLocalPart());
    mapper.writeXsiType(out, SCHEMA, DATE);
    out.writeText(day.toString());
    out.writeEndTag(element.getNamespaceURI(), element.getLocalPart());
  }

  @Override
  public void load(XmlInputStream in, TypeMapper mapper) throws ConnectionException {
    throw new ConnectionException("A day is only written");
  }
}
