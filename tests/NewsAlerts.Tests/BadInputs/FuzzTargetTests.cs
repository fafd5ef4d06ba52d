using CsCheck;
using NewsAlerts.Fuzz;

namespace NewsAlerts.Tests.BadInputs;

/// <summary>The fuzz targets, on what they begin with, on what fuzzing once found, and on a little noise: the fuzzer itself runs by hand (tests/NewsAlerts.Fuzz).</summary>
public class FuzzTargetTests
{
    private const int Rounds = 300;

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_fuzzing_found_stays_mended(string name)
    {
        var target = FuzzTarget.Find(name)!;

        Assert.All(FuzzCorpus.Of(target), input => target.Run(input.Content));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_is_broken_by_cutting_joining_and_changing_what_is_good(string name)
    {
        var target = FuzzTarget.Find(name)!;
        var inputs = FuzzCorpus.Of(target).Select(input => input.Content).ToArray();
        var odd = Gen.OneOf("\0", "\u200D", "\u202E", "\u0301", "<", ">", "\"", "'", "{", "}", "{{", "[", "]", "(", ")", "\\", "\\ud83d", "&", "%", ":", ";", ",", ".", "-", "\n", "\r\n", "😀", "9999999999", " ");
        var mutation = Gen.Select(Gen.OneOf(inputs), Gen.OneOf(inputs), Gen.Double[0, 1], Gen.Double[0, 1], odd.Array[0, 6], Gen.Int[0, 40]);

        mutation.Sample(
            (one, other, from, to, pieces, times) =>
            {
                var middle = string.Concat(Enumerable.Repeat(string.Concat(pieces), times));
                target.Run([.. one.AsSpan(0, (int)(one.Length * from)), .. System.Text.Encoding.UTF8.GetBytes(middle), .. other.AsSpan((int)(other.Length * to))]);
            },
            iter: Rounds,
            threads: 1);
    }

    [Fact]
    public void Each_target_has_seeds_and_a_line_in_its_guide()
    {
        var guide = Repository.Read("tests/NewsAlerts.Fuzz/README.md");

        Assert.All(FuzzTarget.All, target => Assert.NotEmpty(target.Seeds));
        Assert.All(FuzzTarget.All, target => Assert.Contains($"| `{target.Name}` |", guide, StringComparison.Ordinal));
    }
}
