-- Asks for the reports whose numbers stand in the file given as the first argument, one after the other.
local requests = {}
local next_request = 0

function init(arguments)
    for number in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", "/api/v1/reports/" .. number)
    end
    next_request = math.random(#requests)
end

function request()
    next_request = next_request % #requests + 1
    return requests[next_request]
end
