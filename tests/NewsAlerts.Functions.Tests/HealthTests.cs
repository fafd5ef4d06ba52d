using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NewsAlerts.Functions.Tests;

public class HealthTests
{
    [Fact]
    public async Task Health_says_that_it_is_up_and_its_version()
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };

        await new Health().Run(context.Request).ExecuteAsync(context);

        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body);
        Assert.Matches("""^\{"status":"up","version":"\d+\.\d+\.\d+[^"]*"\}$""", await reader.ReadToEndAsync());
        Assert.Equal(200, context.Response.StatusCode);
    }
}
