using System.Text.RegularExpressions;

namespace NewsAlerts.Tests.Architecture;

/// <summary>What docs/security.md calls a proof is one.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_proof_is_a_class_of_tests()
    {
        var classes = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var proofs = Proof().Matches(Repository.Read("docs/security.md")).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(proofs);
        Assert.All(proofs, proof => Assert.Contains(proof, classes));
    }

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex Proof();
}
