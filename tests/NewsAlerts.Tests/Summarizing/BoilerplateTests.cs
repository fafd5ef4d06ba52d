using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("ALSO READ | Why the lighthouse went dark")]
    [InlineData("Also read: Why the lighthouse went dark.")]
    [InlineData("Read more about the lighthouse here.")]
    [InlineData("Watch the ferry leave the harbour » .")]
    [InlineData("E-mail to a friend .")]
    [InlineData("Lire aussi : le phare s'éteint")]
    [InlineData("Photo: A. Calloway/Harbour News")]
    [InlineData("The ferry leaves the harbour (File photo)")]
    [InlineData("Image source, Getty Images")]
    [InlineData("Calloway, second from right, greets the crew of the ferry in Port Ellery.")]
    [InlineData("The crew of the ferry at the quay Write caption here .")]
    [InlineData("The new ferry is here! pic.twitter.com/a1b2c3d4e5")]
    [InlineData("Bến cảng Ellery (Ảnh: Trần Văn A)")]
    [InlineData("Follow us on Facebook for more.")]
    [InlineData("On this page you will find today's transcript and a place to request a copy.")]
    [InlineData("Please note that there may be a delay between the video and the transcript.")]
    [InlineData("Share this article with your friends")]
    [InlineData("Sign up for our daily newsletter.")]
    [InlineData("By Ines Calloway and Tomas Reyk")]
    [InlineData("Tomas Reyk contributed to this report.")]
    [InlineData("This article was amended on 3 August to correct a name.")]
    [InlineData("Copyright 2024 Harbour News.")]
    [InlineData("All rights reserved.")]
    [InlineData("Good morning from Port Ellery.")]
    [InlineData("Hello everyone, and welcome!")]
    [InlineData("Dear readers,")]
    [InlineData("This week: a ferry that would not leave.")]
    public void It_is_not_of_the_story(string sentence)
    {
        Assert.True(Boilerplate.Is(sentence));
    }

    [Theory]
    [InlineData("The photo shows the ferry on its first day.")]
    [InlineData("Shares in the ferry company rose by 4 per cent on Monday.")]
    [InlineData("More than 400 islanders signed the letter.")]
    [InlineData("The ministry said that readers of the register had been warned.")]
    [InlineData("By Monday the harbour was full again.")]
    [InlineData("Watching the ferry leave, islanders cheered.")]
    [InlineData("Correcting the chart took the engineers two weeks.")]
    [InlineData("The top court ruled against the harbour board on Friday.")]
    [InlineData("Commenting on the fare, the board said that it was fair.")]
    [InlineData("Hi-tech buoys now mark the channel.")]
    [InlineData("Welcome rain fell on the island on Friday.")]
    [InlineData("This week the harbour board meets again.")]
    [InlineData("Sources in the harbour board confirmed the plan.")]
    public void It_is_of_the_story(string sentence)
    {
        Assert.False(Boilerplate.Is(sentence));
    }
}
