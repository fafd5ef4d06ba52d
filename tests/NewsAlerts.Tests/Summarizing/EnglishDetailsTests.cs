using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Embedded.Compressing;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class EnglishDetailsTests
{
    [Theory]
    [InlineData("The harbour reopened on Friday evening after two years.", "The harbour reopened after two years.")]
    [InlineData("The board opened the quay Friday in a heavy storm.", "The board opened the quay in a heavy storm.")]
    [InlineData("Ines Calloway, 45, runs the pharmacy.", "Ines Calloway runs the pharmacy.")]
    [InlineData("The quay is sinking, the board said in a two-page statement released Tuesday.", "The quay is sinking, the board said.")]
    [InlineData("The quay is sinking, the harbour board of Marrow said late Monday.", "The quay is sinking, the harbour board of Marrow said.")]
    public void A_detail_goes(string sentence, string text)
    {
        Assert.Equal(text, EnglishDetails.Next(sentence)?.From(sentence));
    }

    [Theory]
    [InlineData("The ferry was late on every day but Friday this spring.")]
    [InlineData("The harbour is closed until Friday for the islanders.")]
    [InlineData("The board named it Black Friday in its report.")]
    [InlineData("The islanders sang for the third Sunday running.")]
    [InlineData("The vote is Monday at noon.")]
    [InlineData("\"The ferry sailed on Friday without me,\" Calloway said.")]
    [InlineData("Her son, Jon Maddox, 20, was at the helm.")]
    [InlineData("Ines Calloway, 45, who runs the pharmacy, waits.")]
    [InlineData("The quay is sinking, and the board said in a statement that it would close.")]
    [InlineData("The quay is sinking, the board said in a statement that named no day.")]
    [InlineData("The quay is sinking, the board said investors will pay.")]
    public void What_belongs_to_the_statement_stays(string sentence)
    {
        Assert.Null(EnglishDetails.Next(sentence));
    }

    [Fact]
    public void Details_go_before_any_clause_does()
    {
        const string Sentence = "The harbour board closed the only pharmacy of the island on Friday, which pleased the fishermen of Marrow and their pilots.";
        const string Brief = "The harbour board closed the only pharmacy of the island, which pleased the fishermen of Marrow and their pilots.";

        Assert.Equal(Brief, SentenceCompressor.Compress(Sentence, "en", KeyPointRules.LengthOf(Brief)));
        Assert.Equal("The harbour board closed the only pharmacy of the island on Friday.", SentenceCompressor.Compress(Sentence, "en", 14));
    }
}
