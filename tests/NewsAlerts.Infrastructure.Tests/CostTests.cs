using System.Globalization;

namespace NewsAlerts.Infrastructure.Tests;

/// <summary>The table of costs follows from the formulas above it.</summary>
public class CostTests
{
    private const decimal PriceOfAGigabyteSecond = 0.000026m;

    [Fact]
    public void Each_figure_is_what_its_formula_gives()
    {
        var rows = Repository.Read("docs/operations.md").Split('\n')
            .SkipWhile(line => !line.StartsWith("| *A* |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();

        Assert.Equal(["100", "10,000", "1,000,000"], rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            var (articles, readers, shards, memory) = (Number(row[0]), Number(row[1]), Number(row[2].Split(", ")[0]), Number(row[2].Split(", ")[1]));
            var (digests, matches) = (30 * readers, Math.Max(1, readers / 100));
            var executions = (articles * (2 + shards)) + digests + (2 * 60 * 24 * 30);

            Assert.Equal((articles * (19 + matches)) + (23 * digests), Number(row[3]));
            Assert.Equal(executions, Number(row[4]));
            Assert.Equal(executions * memory, Number(row[5]));
            Assert.Equal(decimal.Round(executions * memory * PriceOfAGigabyteSecond, 2), Number(row[6]));
        });
    }

    [Fact]
    public void The_operations_are_those_that_were_counted()
    {
        var together = Repository.Read("docs/measurements.md").Split('\n').Single(line => line.StartsWith("| **together** |", StringComparison.Ordinal));

        Assert.Equal("| **together** | **20** | **23** |", together);
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
