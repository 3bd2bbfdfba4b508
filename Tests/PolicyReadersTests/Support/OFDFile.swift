/// A layout document (OFD) made for a test: for each page, words and where they stand, and lines.
struct OFDFile {
  let pages: [[(x: Double, y: Double, words: String)]]
  var lines: [[(x1: Double, y1: Double, x2: Double, y2: Double)]] = []
  /// How many pieces at the beginning of a page are set in larger characters, as titles are.
  var titles = 0

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
      let objects = page.enumerated().map { index, piece in
        let size = index < titles ? 5.6 : 4.2
        let count = max(piece.words.unicodeScalars.count - 1, 0)
        return """
          <ofd:TextObject Boundary="\(piece.x) \(piece.y) 180 5" Size="\(size)">\
          <ofd:TextCode X="0" Y="4" DeltaX="g \(count) \(size)">\
          \(CorpusFile.escaped(piece.words))</ofd:TextCode></ofd:TextObject>
          """
      }
      let rules = (index < lines.count ? lines[index] : []).map {
        """
        <ofd:PathObject Boundary="0 0 210 297" LineWidth="0.3"><ofd:AbbreviatedData>\
        M \($0.x1) \($0.y1) L \($0.x2) \($0.y2)</ofd:AbbreviatedData></ofd:PathObject>
        """
      }
      parts.append(
        (
          "Doc_0/Pages/P\(index)/Content.xml",
          """
          <ofd:Page \(space)><ofd:Content><ofd:Layer>\((rules + objects).joined())</ofd:Layer></ofd:Content>\
          </ofd:Page>
          """
        ))
    }
    return PackageWriter.bytes(parts)
  }
}
