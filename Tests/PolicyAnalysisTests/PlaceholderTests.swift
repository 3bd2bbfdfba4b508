import Testing

@Suite struct PolicyAnalysisPlaceholderTests {}
