/// A layout document (OFD) made for a test: for each page, words and where they stand.
struct OFDFile {
  let pages: [[(x: Double, y: Double, words: String)]]

  /// The file.
  var bytes: [UInt8] {
    let space = #"xmlns:ofd="http://www.ofdspec.org/2016""#
    let list = pages.indices.map {
      #"<ofd:Page ID="\#($0 + 1)" BaseLoc="Pages/P\#($0)/Content.xml"/>"#
    }
    var parts: [(name: String, text: String)] = [
      (
        "OFD.xml",
        """
        <ofd:OFD \(space)><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
        </ofd:DocBody></ofd:OFD>
        """
      ),
      (
        "Doc_0/Document.xml",
        """
        <ofd:Document \(space)><ofd:CommonData><ofd:PageArea>\
        <ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>\
        <ofd:Pages>\(list.joined())</ofd:Pages></ofd:Document>
        """
      ),
    ]
    for (index, page) in pages.enumerated() {
      let objects = page.map { x, y, words in
        """
        <ofd:TextObject Boundary="\(x) \(y) 180 5" Size="4.2"><ofd:TextCode X="0" Y="4" \
        DeltaX="g \(max(words.unicodeScalars.count - 1, 0)) 4.2">\(CorpusFile.escaped(words))</ofd:TextCode>\
        </ofd:TextObject>
        """
      }
      parts.append(
        (
          "Doc_0/Pages/P\(index)/Content.xml",
          """
          <ofd:Page \(space)><ofd:Content><ofd:Layer>\(objects.joined())</ofd:Layer></ofd:Content>\
          </ofd:Page>
          """
        ))
    }
    return PackageWriter.bytes(parts)
  }
}
