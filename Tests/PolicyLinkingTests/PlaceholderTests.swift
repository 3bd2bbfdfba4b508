import Testing

@Suite struct PolicyLinkingPlaceholderTests {}
