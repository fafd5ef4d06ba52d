using Microsoft.Extensions.Configuration;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class StorageAddressTests
{
    [Theory]
    [InlineData("https://news.blob.core.windows.net")]
    [InlineData("https://news.queue.core.windows.net/")]
    [InlineData("https://news.table.core.windows.net")]
    public void An_accounts_address_stands_for_its_three_services(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(StorageAddress.ToConfiguration(address)).Build();

        Assert.Equal("https://news.blob.core.windows.net", configuration["Storage:blobServiceUri"]);
        Assert.Equal("https://news.queue.core.windows.net", configuration["Storage:queueServiceUri"]);
        Assert.Equal("https://news.table.core.windows.net", configuration["Storage:tableServiceUri"]);
        Assert.Equal(new Uri("https://news.blob.core.windows.net/"), StorageClients.Create(configuration).Endpoint);
    }

    [Fact]
    public void An_address_wins_over_a_connection_string_of_the_environment()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage"] = "UseDevelopmentStorage=true" })
            .AddInMemoryCollection(StorageAddress.ToConfiguration("https://news.blob.core.windows.net"))
            .Build();

        Assert.Equal("news.blob.core.windows.net", StorageClients.Create(configuration).Endpoint.Host);
    }

    [Fact]
    public void A_connection_string_stays_as_it_is() =>
        Assert.Equal("UseDevelopmentStorage=true", StorageAddress.ToConfiguration("UseDevelopmentStorage=true")["Storage"]);

    [Theory]
    [InlineData("news")]
    [InlineData("https://news.example.org")]
    [InlineData("http://news.blob.core.windows.net")]
    public void Anything_else_is_refused_with_what_was_expected(string storage)
    {
        var error = Assert.Throws<FormatException>(() => StorageAddress.ToConfiguration(storage));

        Assert.Contains("https://account.blob.core.windows.net", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_address_is_not_repeated_with_its_signature()
    {
        var error = Assert.Throws<FormatException>(() => StorageAddress.ToConfiguration("https://example.org/x?sig=SECRET"));

        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
    }
}
