using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class KeyPointTextTests
{
    [Theory]
    [InlineData("(CNN)The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("(CNN) -- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("LONDON, England (Reuters) -- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("PARIS, March 3 (AFP) - The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("ELLERY, 5 March 2026 (North Shore Wire) -- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("ELLERY, March 5, 2026 (North Shore Wire) — The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("PORT ELLERY: The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("Port Ellery: The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("WASHINGTON — The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("Port Ellery (CNN) The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("(WIRE)The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("(Nguồn: AP) The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("But the harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("However, the harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("Meanwhile, the harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("(Eds: With fresh quotes) By I. Calloway Ellery, Aug 1 (PTI) The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("FROM THE ISLAND MAGAZINE: QUAY OF MUDThe harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("RULES OF HARBOURS AMENDED The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("ines.calloway@harbour.exampleThe harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("Ines Calloway (@calloway) July 29, 2017The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("DUNMORE, South Marrow -- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("ELLERY, Marrow – 12 May 2026 – The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("ELLERY, May 12, 2026 /Harbour Wire/ -- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("(Island Digest) -- The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("Here is where things stand: The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("Here’s what we know so far: The harbour reopened on Monday.", "The harbour reopened on Monday.")]
    public void What_opens_a_sentence_without_being_of_it_goes(string sentence, string text)
    {
        Assert.Equal(text, KeyPointText.Of(sentence, "en", mayOpenStory: true));
    }

    [Theory]
    [InlineData("The Harbour Board (HB) said that the fare will rise.")]
    [InlineData("NATO said on Monday that the harbour is safe.")]
    [InlineData("Still waters surround the harbour of Port Ellery.")]
    [InlineData("And so.")]
    [InlineData("So far nobody has asked for a bridge.")]
    [InlineData("The harbour - once the largest of the coast - reopened.")]
    [InlineData("U.S. NATO allies want the harbour.")]
    [InlineData("A HARBOUR OF Ellery reopened.")]
    [InlineData("Here is the harbour: a wall, a crane and two ferries.")]
    [InlineData("(The ferry was late.) – Nobody minded that on Monday.")]
    public void What_belongs_to_a_sentence_stays(string sentence)
    {
        Assert.Equal(sentence, KeyPointText.Of(sentence, "en", mayOpenStory: true));
    }

    [Fact]
    public void A_stop_that_only_ended_a_line_goes()
    {
        Assert.Equal("The harbour has a light blue quay of 2.5 miles.", KeyPointText.Of("The harbour has a light . blue quay of 2.5 miles .", "en", mayOpenStory: false));
    }
}
