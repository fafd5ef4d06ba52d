using NewsAlerts.Local.Hosting;

namespace NewsAlerts.Tests.Local.Hosting;

public sealed class LocalWebAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://[::1]:8080/")]
    [InlineData("http://192.168.0.4:8080", "http://192.168.0.4:8080/")]
    public void An_address_that_stands_for_all_is_linked_by_one_that_a_browser_can_open(string listening, string expected) =>
        Assert.Equal(expected, LocalWebAddress.Reachable(new Uri(listening)).AbsoluteUri);
}
