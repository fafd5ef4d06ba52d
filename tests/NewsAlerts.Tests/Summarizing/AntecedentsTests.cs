using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Tests.Summarizing;

public sealed class AntecedentsTests
{
    [Theory]
    [InlineData("Ines Calloway, 45, runs the pharmacy.", "She wants to sell it.", "Ines Calloway wants to sell it.")]
    [InlineData("Mayor Tomas Reyk opened the bridge on Monday.", "His wife cut the ribbon.", "Mayor Tomas Reyk's wife cut the ribbon.")]
    [InlineData("Tomas Reyk said he had seen the light.", "On Sunday, he went home.", "On Sunday, Tomas Reyk went home.")]
    public void The_person_that_the_sentence_before_is_about_is_meant(string before, string text, string named)
    {
        Assert.Equal(named, Antecedents.Resolve(text, before, $"{before} {text}"));
    }

    [Theory]
    [InlineData("Ines Calloway, 45, met Anna Reyk at the pharmacy.", "She wants to sell it.")]
    [InlineData("Ines Calloway, 45, spoke of her brother.", "He wants to sell it.")]
    [InlineData("The island of Marrow gets a second ferry.", "He called it the pride of the coast.")]
    [InlineData("Whether Reyk can sell his boat remains to be seen.", "He has no buyer.")]
    [InlineData("Police said the boat was in his hands.", "He is being sought.")]
    [InlineData("A woman from Marrow had lost her purse.", "When she returned, it was there.")]
    [InlineData("Tomas Reyk, 45, told the board of a man in the fog.", "He must have seen the light.")]
    [InlineData("Mayor Tomas Reyk opened the bridge.", "They cheered.")]
    public void Where_that_is_not_certain_nobody_is_named(string before, string text)
    {
        Assert.Null(Antecedents.Resolve(text, before, $"{before} {text}"));
    }
}
