// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what it needs stays here. Run it with scripts/benchmark.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "tiaoli", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmark",
      dependencies: [.product(name: "Policy", package: "tiaoli")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
