// swift-tools-version: 6.2
import PackageDescription

// A text flows from the top of this list to its end; an arrow never points back. What each module
// knows, and what it must not know, stands in ARCHITECTURE.md.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The stages of the analysis, in the order in which a text flows through them.
let stages = [
  "PolicyText", "PolicyLexicons", "PolicyStructure", "PolicyClauses", "PolicyExtraction",
  "PolicyLinking", "PolicyIndicators", "PolicyReview", "PolicyAnalysis",
]

/// A stage and all before it.
func upTo(_ stage: String) -> [Target.Dependency] {
  stages.prefix { $0 != stage }.map { .init(stringLiteral: $0) } + [.init(stringLiteral: stage)]
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: upTo(name) + ["PolicyTestSupport"] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "tiaoli",
  products: [
    .library(
      name: "Policy",
      targets: stages + ["PolicyAmendment", "PolicyDiff", "PolicyReaders", "PolicyReports"]),
    .executable(name: "tiaoli", targets: ["tiaoli"]),
    .executable(name: "tiaoli-evaluate", targets: ["tiaoli-evaluate"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SQLite, for the library of texts.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // ICU, behind a header of our own: no type of ICU is seen by Swift.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    // SHA-256, with the instructions that processors have for it.
    .target(name: "CSHA256"),
    // The C library's search for a code point.
    .target(name: "CScalars"),
    // libxlsxwriter, for registers in Excel.
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // zlib, for the sources that the library keeps.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // libarchive, for packages: DOCX, OFD, ZIP.
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    // libxml2, behind a header of our own: markup in, events out.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    // Other programs, run with limits on time and memory and without a network.
    .target(name: "CProcess"),
    // The files of lexicons/, embedded, so that the program is one file.
    .target(name: "CLexicons"),

    library("PolicyText", ["CICU", "CScalars", "CSHA256"]),
    library("PolicyReaders", ["PolicyText", "CArchive", "CProcess", "CXML"]),
    library("PolicyLexicons", ["PolicyText", "CLexicons"]),
    library("PolicyStructure", ["PolicyText", "PolicyLexicons"]),
    // Each names all that it imports: what is not named here is not built anew when it changes.
    library("PolicyClauses", upTo("PolicyStructure")),
    library("PolicyExtraction", upTo("PolicyClauses")),
    library("PolicyLinking", upTo("PolicyExtraction")),
    library("PolicyIndicators", upTo("PolicyLinking")),
    library("PolicyReview", upTo("PolicyIndicators")),
    library("PolicyAnalysis", upTo("PolicyReview")),
    library("PolicyDiff", upTo("PolicyAnalysis")),
    library("PolicyReports", upTo("PolicyAnalysis") + ["PolicyDiff", "CArchive"]),
    library(
      "PolicyIndex",
      upTo("PolicyAnalysis") + [
        "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library("PolicyAmendment", upTo("PolicyAnalysis")),
    .executableTarget(
      name: "tiaoli",
      dependencies: upTo("PolicyIndex") + [
        "PolicyAmendment", "PolicyReaders", "PolicyDiff", "PolicyReports", "CXlsxWriter",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Scores against corpus/: a tool for those who change the program.
    .executableTarget(
      name: "tiaoli-evaluate",
      dependencies: upTo("PolicyIndex") + [
        "PolicyDiff", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "PolicyTestSupport", dependencies: upTo("PolicyStructure"),
      path: "Tests/PolicyTestSupport", swiftSettings: settings),
    tests(of: "PolicyText", ["CSHA256"]),
    tests(of: "PolicyReaders", ["CArchive"]),
    tests(of: "PolicyLexicons"),
    tests(of: "PolicyStructure"),
    tests(of: "PolicyClauses"),
    tests(of: "PolicyExtraction"),
    tests(of: "PolicyIndicators"),
    tests(of: "PolicyLinking"),
    tests(of: "PolicyReview"),
    tests(of: "PolicyAnalysis"),
    tests(of: "PolicyDiff"),
    tests(of: "PolicyReports", ["PolicyDiff", "CArchive"]),
    tests(of: "PolicyIndex", [.product(name: "GRDB", package: "GRDB.swift")]),
    tests(of: "PolicyAmendment"),
    .testTarget(
      name: "TiaoliTests", dependencies: ["tiaoli", "PolicyTestSupport"] + upTo("PolicyIndex"),
      swiftSettings: settings),
  ]
)
