package dev.baton.salesforce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One metadata file of what is installed in Salesforce, or an element in it. */
record InstalledFile(String file, Element element) {
  static final Path ROOT = Path.of("crm-package");
  private static final Path SOURCE = ROOT.resolve("force-app/main/default");

  /** The files of a folder, such as {@code flows}, with those in folders below it. */
  static List<InstalledFile> in(String folder) {
    return paths(SOURCE.resolve(folder)).map(InstalledFile::read).toList();
  }

  /** Every file of the project whose name ends so. */
  static List<Path> named(String ending) {
    return paths(ROOT).filter(path -> path.toString().endsWith(ending)).toList();
  }

  private static Stream<Path> paths(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads well-formed XML that has no document type, and nothing else. */
  static InstalledFile read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return new InstalledFile(
          path.getFileName().toString(),
          factory.newDocumentBuilder().parse(in).getDocumentElement());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ParserConfigurationException | SAXException broken) {
      throw new AssertionError(path + " is not well-formed: " + broken.getMessage(), broken);
    }
  }

  /**
   * What Salesforce calls the file's component: the file's name up to the first dot that ends it.
   */
  String component(String ending) {
    if (!file.endsWith(ending)) throw new AssertionError(file + " does not end with " + ending);
    return file.substring(0, file.length() - ending.length());
  }

  /** The elements of that name directly below this one. */
  List<InstalledFile> all(String name) {
    NodeList children = element.getChildNodes();
    return IntStream.range(0, children.getLength())
        .mapToObj(children::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .filter(child -> child.getLocalName().equals(name))
        .map(child -> new InstalledFile(file, child))
        .toList();
  }

  /** The text of each element of that name directly below this one. */
  List<String> texts(String name) {
    return all(name).stream().map(child -> child.element.getTextContent().strip()).toList();
  }

  /** The text at the end of a path of names, each of which is there once. */
  String text(String... path) {
    InstalledFile here = this;
    for (String name : path) {
      List<InstalledFile> found = here.all(name);
      if (found.size() != 1) {
        throw new AssertionError(file + " has " + found.size() + " times " + name);
      }
      here = found.getFirst();
    }
    return here.element.getTextContent().strip();
  }
}
