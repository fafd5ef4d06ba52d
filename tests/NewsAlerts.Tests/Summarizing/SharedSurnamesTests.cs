using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class SharedSurnamesTests
{
    [Fact]
    public async Task A_surname_of_two_people_is_no_name()
    {
        var article = AnArticle.With(
            """
            Karl Veles, the former president, has accused his nephew Anton Veles, the president, of selling state land to friends at a third of its value.

            Veles said the sale of 410 hectares in Upper Tarn was "theft with a stamp on it". Veles rejected the accusation and said every sale had been checked by auditors.

            Karl Veles said he would welcome a trial in Corran. An auditor put the land's value at 38 million.
            """);

        var summary = await new EmbeddedSummarizer(Options.Create(new SummarizeOptions { KeyPoints = 5 }), new FakeTimeProvider()).SummarizeAsync(article, default);

        Assert.DoesNotContain(summary.KeyPoints, point => point.Text.StartsWith("Veles", StringComparison.Ordinal));
        Assert.Contains(summary.KeyPoints, point => point.Text == "Karl Veles said he would welcome a trial in Corran.");
    }

    [Theory]
    [InlineData("Marsh showed no emotion.", "Daniel Marsh, 34, attacked Owen Pryce, and his brother, Colin Marsh, 41, was cleared.", true)]
    [InlineData("Daniel Marsh told police that Marsh had slept.", "Daniel Marsh, 34, attacked Owen Pryce, and his brother, Colin Marsh, 41, was cleared.", false)]
    [InlineData("Marsh showed no emotion.", "Daniel Marsh, 34, attacked Owen Pryce. Daniel Marsh was at home.", false)]
    [InlineData("Marsh Street is closed.", "Daniel Marsh, 34, attacked Owen Pryce, and his brother, Colin Marsh, 41, was cleared.", false)]
    [InlineData("Korea will close the mine.", "North Korea, the largest buyer, and South Korea, which sells it, agreed.", false)]
    [InlineData("Police will search the lake.", "The Corran Police, who found the car, and Ostrey Police agreed.", false)]
    public void Only_two_full_names_make_a_surname_unclear(string text, string before, bool unclear)
    {
        Assert.Equal(unclear, SharedSurnames.AreUnclearIn(text, before));
    }
}
