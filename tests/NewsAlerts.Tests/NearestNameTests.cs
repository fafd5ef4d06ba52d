namespace NewsAlerts.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["Deliver", "Digest", "Email", "Local"];

    [Theory]
    [InlineData("Delivr", "Deliver")]
    [InlineData("deliver", "Deliver")]
    [InlineData("Dilever", "Deliver")]
    [InlineData("Emial", "Email")]
    [InlineData("Locale", "Local")]
    public void A_slip_is_guessed(string given, string meant) => Assert.Equal(meant, NearestName.Of(given, Names));

    [Theory]
    [InlineData("Colour")]
    [InlineData("PATH")]
    [InlineData("")]
    public void Something_else_is_not(string given) => Assert.Null(NearestName.Of(given, Names));
}
