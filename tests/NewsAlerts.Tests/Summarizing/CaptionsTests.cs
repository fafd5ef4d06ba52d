using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class CaptionsTests
{
    [Theory]
    [InlineData("Opposition supporters wave a flag during a rally in Port Ellery on Saturday.")]
    [InlineData("Harbour master Ines Calloway on Wednesday signs a bill on the northern quay.")]
    [InlineData("Worried islanders line up for the last ferry in Marrow on Friday.")]
    [InlineData("Villagers grieve in Marrow, ten miles north of Port Ellery, Monday.")]
    [InlineData("Jon Maddox celebrates the winning goal against Port Ellery.")]
    [InlineData("Ferry pilot Jon Maddox leaves court in Port Ellery, in August after pleading guilty to smuggling.")]
    public void Who_is_seen_doing_what_on_which_day_is_a_caption(string text)
    {
        Assert.True(Captions.Are(text));
    }

    [Theory]
    [InlineData("The transfer took place on Friday.")]
    [InlineData("Harbour master Ines Calloway said on Wednesday that the board signs no bill.")]
    [InlineData("Marrow faces a deadline on 24 March to mend its quay.")]
    [InlineData("The board holds its meetings in the old customs house.")]
    [InlineData("Prices in Port Ellery rose on Monday as ferries stand still.")]
    [InlineData("The pilots march on Saturday, the board has decided.")]
    [InlineData("Jon Maddox celebrates his ninetieth birthday, the oldest pilot who has ever steered a ferry from Port Ellery to the island of Marrow.")]
    [InlineData("The island celebrates its hundredth year.")]
    [InlineData("")]
    public void What_tells_the_news_is_none(string text)
    {
        Assert.False(Captions.Are(text));
    }
}
